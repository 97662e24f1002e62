import type { Check } from '../../Check';
import { judgeTools } from '../../judgeTools';

export const shells: Check = {
  id: 'build.image.shells',
  stage: 'build',
  practices: ['B4c'],
  title: 'Images hold no shell',
  rule: 'Fails if a shell (bash, dash, ash, zsh, ksh, tcsh, busybox) is among the packages of an image that is built or runs. Where no list of its packages is known, a vulnerability found in one tells that it is there; else unknown.',
  inputs: [
    'Lists of packages in Trivy reports and CycloneDX documents',
    'Packages in which scanners found vulnerabilities',
  ],
  why: 'Most exploits end in a shell. Where there is none, a fault in the service is much harder to turn into control of the container.',
  fix: {
    text: 'Run the service on a base image without a shell, and start it by an argument list instead of a command line.',
    snippet: {
      language: 'dockerfile',
      code: 'FROM gcr.io/distroless/java21-debian12:nonroot\nCOPY --from=build /src/target/shop.jar /shop.jar\nENTRYPOINT ["java", "-jar", "/shop.jar"]',
    },
  },
  passes: 'The packages of every image are known, and no shell is among them.',
  weight: 0.02,
  reads: ['packages'],
  judge: facts => judgeTools(facts, { tools: 'shells', called: 'shells' }),
};
