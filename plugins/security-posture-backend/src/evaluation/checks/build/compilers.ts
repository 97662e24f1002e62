import type { Check } from '../../Check';
import { judgeTools } from '../../judgeTools';

export const compilers: Check = {
  id: 'build.image.compilers',
  stage: 'build',
  practices: ['B4c'],
  title: 'Images hold no compiler',
  rule: 'Fails if a compiler or a build tool (gcc, clang, make, cmake, go, rustc, binutils …) is among the packages of an image that is built or runs. Where no list of its packages is known, a vulnerability found in one tells that it is there; else unknown.',
  inputs: [
    'Lists of packages in Trivy reports and CycloneDX documents',
    'Packages in which scanners found vulnerabilities',
  ],
  why: 'With a compiler an attacker builds exploits for this very kernel on the spot. A service that runs needs none, and compilers bring many packages that have to be updated.',
  fix: {
    text: 'Compile in a stage of its own and copy the result into the image that runs.',
    snippet: {
      language: 'dockerfile',
      code: 'FROM docker.io/library/rust:1.90 AS build\nWORKDIR /src\nCOPY . .\nRUN cargo build --release\n\nFROM gcr.io/distroless/cc-debian12:nonroot\nCOPY --from=build /src/target/release/shop /shop\nENTRYPOINT ["/shop"]',
    },
  },
  passes:
    'The packages of every image are known, and no compiler is among them.',
  weight: 0.03,
  reads: ['packages'],
  judge: facts =>
    judgeTools(facts, { tools: 'compilers', called: 'compilers' }),
};
