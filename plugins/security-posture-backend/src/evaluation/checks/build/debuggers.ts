import type { Check } from '../../Check';
import { judgeTools } from '../../judgeTools';

export const debuggers: Check = {
  id: 'build.image.debuggers',
  stage: 'build',
  practices: ['B4c'],
  title: 'Images hold no debugger',
  rule: 'Fails if a debugger (gdb, lldb, strace, ltrace, valgrind) is among the packages of an image that is built or runs. Where no list of its packages is known, a vulnerability found in one tells that it is there; else unknown.',
  inputs: [
    'Lists of packages in Trivy reports and CycloneDX documents',
    'Packages in which scanners found vulnerabilities',
  ],
  why: 'A debugger reads the memory of other processes, with the keys and the data of customers in it.',
  fix: {
    text: 'Leave debuggers out of the image. To debug what runs, attach an ephemeral container for as long as it takes.',
    snippet: {
      language: 'shell',
      code: 'kubectl debug -it pod/shop-5d9c --image=registry.example.com/tools/debug:1 --target=shop',
    },
  },
  passes:
    'The packages of every image are known, and no debugger is among them.',
  weight: 0.02,
  reads: ['packages'],
  judge: facts =>
    judgeTools(facts, { tools: 'debuggers', called: 'debuggers' }),
};
