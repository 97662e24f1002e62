import type { Check } from '../../Check';
import { judgeTools } from '../../judgeTools';

export const packageManagers: Check = {
  id: 'build.image.pkgmgr',
  stage: 'build',
  practices: ['B4a'],
  title: 'Images hold no package manager',
  rule: 'Fails if a package manager (apk, apt, dpkg, dnf, rpm, yum, zypper …) is among the packages of an image that is built or runs. Where no list of its packages is known, a vulnerability found in one tells that it is there; else unknown.',
  inputs: [
    'Lists of packages in Trivy reports and CycloneDX documents',
    'Packages in which scanners found vulnerabilities',
  ],
  why: 'Who breaks into a container fetches tools first. A package manager does it for them, and an image is never updated in place.',
  fix: {
    text: 'Copy what runs into a base image that has none (distroless, UBI micro, scratch). Where the base image has one, remove it in the last step of the build.',
    snippet: {
      language: 'dockerfile',
      code: 'FROM docker.io/library/node:24 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci --omit=dev\n\nFROM gcr.io/distroless/nodejs24-debian12:nonroot\nCOPY --from=build /app /app\nCMD ["/app/server.js"]',
    },
  },
  passes:
    'The packages of every image are known, and no package manager is among them.',
  weight: 0.03,
  reads: ['packages'],
  judge: facts =>
    judgeTools(facts, { tools: 'packageManagers', called: 'package managers' }),
};
