import type { Check } from '../../Check';
import { imageLineOf, isLike } from '../../imageNames';
import { judgeImages, seen } from '../../judgeImages';
import { count } from '../../judgements';

export const baseTrusted: Check = {
  id: 'build.base.trusted',
  stage: 'build',
  practices: ['F2'],
  title: 'Images are built on trusted base images',
  rule: 'Fails if the base image of an image that is built or runs is none that the policy trusts; the nearest counts. Unknown if the policy names none, or no report names the base image. An image without any base image passes.',
  inputs: [
    'Base images that osv-scanner finds or the labels of the image name, with trustedBaseImages of the policy',
  ],
  why: 'Everything in the base image is in the product. A trusted one is maintained by somebody known, is updated, and is small.',
  fix: {
    text: 'Build on one of the base images that the organisation offers. If yours should be one, ask who owns the policy to add it to trustedBaseImages.',
    snippet: {
      language: 'dockerfile',
      code: 'FROM registry.example.com/base/java:21',
    },
  },
  passes: 'The base image of every image is one that the policy trusts.',
  weight: 0.03,
  judge: (facts, { policy: { trustedBaseImages } }) =>
    judgeImages(facts, {
      judge: artifact => {
        const bases = artifact.image?.baseImages;
        if (!bases) return seen(artifact, 'unknown', 'No base image is named');
        const [nearest] = bases;
        if (nearest === undefined) {
          return seen(artifact, 'pass', 'It has no base image');
        }
        if (!trustedBaseImages) return seen(artifact, 'unknown', nearest);
        const line = imageLineOf(nearest);
        const isTrusted = trustedBaseImages.some(
          pattern => isLike(line, pattern) || line === imageLineOf(pattern),
        );
        return seen(artifact, isTrusted ? 'pass' : 'fail', nearest);
      },
      says: {
        fail: (names, [{ title }]) =>
          `${names}: built on a base image that is not trusted: ${title}.`,
        pass: images => `On trusted base images: ${count(images, 'image')}.`,
        unknown: names =>
          trustedBaseImages
            ? `Nothing tells the base image of ${names}.`
            : `No list of trusted base images is configured to judge ${names} by.`,
      },
    }),
};
