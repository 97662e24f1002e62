import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import {
  findingsOfControl,
  passEvidence,
  passOnImage,
} from '../../imageControl';
import { isIn, usedImageEvidence, usedImages } from '../../imageNames';
import { subjectNames, withoutImages } from '../../judgeImages';
import { count, judgementOf } from '../../judgements';

const CONTROL = 'trusted-registry';

export const registryTrusted: Check = {
  id: 'build.registry.trusted',
  stage: 'build',
  practices: ['B1'],
  title: 'Images come from trusted registries',
  rule: 'Fails if an image that is built, runs or is named by a workload lies in none of the registries that the policy trusts. Where the policy names none, fails if a tool reports an image of a registry that is not trusted.',
  inputs: [
    'Names of images in reports and workloads, with trustedRegistries of the policy',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper … about registries',
  ],
  why: 'Anybody can publish an image in a public registry, under a name that looks like the right one. Only a registry that the organisation controls says who put an image there, and lets it be taken back.',
  fix: {
    text: 'Copy the image into a registry that the policy trusts and use it from there. If the registry is to be trusted, ask who owns the policy to add it to trustedRegistries.',
    snippet: {
      language: 'shell',
      code: 'crane copy docker.io/library/nginx:1.29 registry.example.com/mirror/nginx:1.29',
    },
  },
  passes:
    'Every image that is built or runs lies in a registry that the policy trusts.',
  weight: 0.05,
  judge: (facts, { policy: { trustedRegistries } }) => {
    const images = usedImages(facts);
    const evidence =
      trustedRegistries && images.length > 0
        ? images.map(image =>
            usedImageEvidence(
              image,
              trustedRegistries.some(place => isIn(image.name, place))
                ? 'pass'
                : 'fail',
              image.name,
            ),
          )
        : reported(facts);
    if (evidence.length === 0) return withoutImages(facts);
    return judgementOf(evidence, {
      fail: worst =>
        `${subjectNames(worst)}: not from a registry that is trusted.`,
      warn: worst =>
        `${subjectNames(
          worst,
        )}: not from a trusted registry when it was last looked at.`,
      pass: all => `In order: ${count(all.length, 'image')}.`,
      unknown: worst =>
        `No list of trusted registries is configured, and no tool judged that of ${subjectNames(
          worst,
        )}.`,
      'not-applicable': 'Nothing to judge.',
    });
  },
};

/** What tools tell by lists of their own. */
function reported(facts: ComponentFacts): Evidence[] {
  const images = usedImages(facts);
  const found = findingsOfControl(facts, CONTROL);
  if (images.length === 0) {
    const inOrder = facts.passes.filter(({ control }) => control === CONTROL);
    return [...found, ...inOrder.map(passEvidence)];
  }
  return [
    ...found,
    ...images.map(image => {
      const pass = passOnImage(facts, image.subjectId, CONTROL);
      return pass
        ? usedImageEvidence(image, 'pass', pass.title)
        : usedImageEvidence(image, 'unknown', image.name);
    }),
  ];
}
