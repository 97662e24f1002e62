import type { Check } from '../../Check';
import { currentArtifacts } from '../../currentArtifacts';
import { judgeFindings, vulnerabilities } from '../../judgeFindings';
import { withoutImages } from '../../judgeImages';

export const baseOutdated: Check = {
  id: 'build.base.outdated',
  stage: 'build',
  practices: ['B3'],
  title: 'Base images hold no vulnerability that has a fix',
  rule: 'Fails if a vulnerability came with the base image of an image that is built or runs, and has a fix. Unknown if nothing tells whether a vulnerability with a fix came with the base image.',
  inputs: [
    'Vulnerabilities with the layer that brought them, and the layers of the base image: Trivy and osv-scanner',
  ],
  why: 'The team did not choose what is in the base image and cannot mend it line by line, but a newer base image mends all of it at once.',
  fix: {
    text: 'Build on a newer tag of the base image, pinned by digest, and let a bot propose the next ones.',
    snippet: {
      language: 'dockerfile',
      code: 'FROM docker.io/library/debian:12.12-slim@sha256:…',
    },
  },
  passes:
    'Every image was scanned completely, and no vulnerability with a fix came with its base image.',
  weight: 0.04,
  judge: facts => {
    const images = currentArtifacts(facts, 'image');
    if (images.length === 0) return withoutImages(facts);
    return judgeFindings(facts, {
      kind: 'vulnerability',
      artifacts: images,
      judge: ({ fixable, isFromBase, subject }) => {
        if (!fixable || isFromBase === false) return undefined;
        if (isFromBase) return 'fail';
        return subject.kind === 'image' ? 'unknown' : undefined;
      },
      says: {
        fail: (evidence, named) =>
          `A newer base image mends ${vulnerabilities(evidence)}: ${named}.`,
        warn: (evidence, named) =>
          `A newer base image may mend ${vulnerabilities(evidence)}: ${named}.`,
      },
      passes: 'No vulnerability with a fix came with a base image.',
    });
  },
};
