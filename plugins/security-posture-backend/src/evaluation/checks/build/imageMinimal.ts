import { attackerTools, type ArtifactFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import { judgeImages, seen } from '../../judgeImages';
import { count } from '../../judgements';
import { distribution, missingPackages, toolsIn } from '../../judgeTools';

/** Distributions and base images that are made to hold little. */
const minimalNames =
  /(^|\/)(alpine|busybox|scratch|static|wolfi-base)$|distroless|^cgr\.dev\/|(^|[/-])ubi\d*(-|\/ubi-)(micro|minimal)|^(alpine|wolfi|chainguard)$/;

const superfluous: readonly string[] = [
  ...attackerTools.compilers,
  ...attackerTools.debuggers,
  ...attackerTools.networkTools,
];

export const imageMinimal: Check = {
  id: 'build.image.minimal',
  stage: 'build',
  practices: ['B2'],
  title: 'Images are minimal',
  rule: 'By the number of packages of the distribution in an image, with the thresholds of the policy (40 to pass, 120 to warn by default): more fail. An image within the first threshold still warns if it is built on no minimal distribution and holds compilers, debuggers or network tools. Minimal are distroless, Wolfi, Chainguard, Alpine, UBI micro and UBI minimal. Unknown if no list of its packages is known.',
  inputs: [
    'Lists of packages in Trivy reports and CycloneDX documents',
    'The distribution and base images that reports name',
  ],
  why: 'Every package is code that can be vulnerable, has to be updated, and serves an attacker who got in. What is not there needs no patch.',
  fix: {
    text: 'Build in one stage and copy only what runs into a minimal image. Leave out what is for building or debugging.',
    snippet: {
      language: 'dockerfile',
      code: 'FROM golang:1.25 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /shop .\n\nFROM gcr.io/distroless/static-debian12:nonroot\nCOPY --from=build /shop /shop\nENTRYPOINT ["/shop"]',
    },
  },
  passes:
    'Every image holds no more packages of its distribution than the policy allows.',
  weight: 0.04,
  reads: ['packages'],
  judge: (facts, { policy: { packages: limits } }) =>
    judgeImages(facts, {
      judge: image => {
        const missing = missingPackages(image);
        if (missing) return seen(image, 'unknown', missing);
        const total = image.packages?.ofSystem ?? 0;
        const title = `${count(total, 'package')} of the distribution`;
        if (total > limits.warn) return seen(image, 'fail', title);
        if (total > limits.pass) return seen(image, 'warn', title);
        const tools = isMinimal(image) ? [] : toolsIn(image, superfluous);
        return tools.length > 0
          ? seen(image, 'warn', `${title}, ${tools.join(', ')} among them`)
          : seen(image, 'pass', title);
      },
      says: {
        fail: (names, [{ title }]) => `${names} is large: ${title}.`,
        warn: (names, [{ title }]) => `${names} could be smaller: ${title}.`,
        pass: images => `Minimal: ${count(images, 'image')}.`,
        unknown: names => `Nothing tells how much is in ${names}.`,
      },
    }),
};

function isMinimal(artifact: ArtifactFacts): boolean {
  const names = [
    distribution(artifact),
    ...(artifact.image?.baseImages?.slice(0, 1) ?? []),
  ];
  return names.some(
    name =>
      name !== undefined && minimalNames.test(bareName(name.toLowerCase())),
  );
}

/** Without digest and tag. */
function bareName(reference: string): string {
  return reference.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}
