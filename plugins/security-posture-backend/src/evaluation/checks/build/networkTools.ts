import type { Check } from '../../Check';
import { judgeTools } from '../../judgeTools';

export const networkTools: Check = {
  id: 'build.image.nettools',
  stage: 'build',
  practices: ['B4b'],
  title: 'Images hold no network tools',
  rule: 'Fails if a network tool (curl, wget, netcat, nmap, socat, tcpdump, telnet, an SSH client …) is among the packages of an image that is built or runs; warns on busybox, which holds some. Where no list of its packages is known, a vulnerability found in one tells that it is there; else unknown.',
  inputs: [
    'Lists of packages in Trivy reports and CycloneDX documents',
    'Packages in which scanners found vulnerabilities',
  ],
  why: 'These tools fetch what an attacker wants to run, carry data out, and look around in the network.',
  fix: {
    text: 'Leave them out of the last stage of the build. Let Kubernetes probe over HTTP instead of running curl in the container, and debug with an ephemeral container.',
    snippet: {
      language: 'yaml',
      code: 'livenessProbe:\n  httpGet:\n    path: /healthz\n    port: 8080',
    },
  },
  passes:
    'The packages of every image are known, and no network tool is among them.',
  weight: 0.03,
  reads: ['packages'],
  judge: facts =>
    judgeTools(facts, {
      tools: 'networkTools',
      called: 'network tools',
      mixed: ['busybox'],
    }),
};
