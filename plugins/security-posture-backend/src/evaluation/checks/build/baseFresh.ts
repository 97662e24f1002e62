import type { ArtifactFacts } from '../../../model/facts';
import { ageInDays } from '../../age';
import type { Check } from '../../Check';
import { judgeImages, seen } from '../../judgeImages';
import { count } from '../../judgements';

/** Reproducible builds set a date in the last century; no container image is that old. */
const FIRST_IMAGES = '2013';

export const baseFresh: Check = {
  id: 'build.base.fresh',
  stage: 'build',
  practices: ['B3'],
  title: 'Images are built anew regularly, on a supported distribution',
  rule: 'Fails if an image that is built or runs was made longer ago than the policy allows (90 days by default), or its distribution gets no updates any more. A date that a reproducible build made up tells nothing.',
  inputs: [
    'Date of creation and distribution in the configuration of the image, as Trivy, Trivy Operator and osv-scanner report it',
  ],
  why: 'An image never updates itself: whatever was mended since it was built is still open in it. A distribution without support gets no fixes at all, so scanners have little left to report.',
  fix: {
    text: 'Build the image again on the newest base image, and let a schedule do so. Replace a distribution that is out of support by one that is not.',
    snippet: {
      language: 'shell',
      code: 'docker build --pull --no-cache --tag registry.example.com/acme/shop:1.4.1 .',
    },
  },
  passes:
    'Every image was built within the days that the policy allows, on a distribution that is supported.',
  weight: 0.05,
  judge: (facts, { policy, now }) =>
    judgeImages(facts, {
      judge: artifact => {
        const os = artifact.image?.os;
        if (os?.endOfLife) {
          const name = [os.family, os.version].filter(Boolean).join(' ');
          return seen(artifact, 'fail', `${name} is out of support`);
        }
        const createdAt = usableDate(artifact, now);
        if (createdAt === undefined) {
          return seen(artifact, 'unknown', 'No date of its build is known');
        }
        const days = Math.max(0, Math.floor(ageInDays(createdAt, now)));
        const isOld = days > policy.freshness.imageAgeDays;
        return seen(
          artifact,
          isOld ? 'fail' : 'pass',
          `built ${count(days, 'day')} ago`,
          createdAt,
        );
      },
      says: {
        fail: (names, [{ title }]) => `${names} is out of date: ${title}.`,
        pass: images => `Built recently: ${count(images, 'image')}.`,
        unknown: names => `Nothing tells when ${names} was built.`,
      },
    }),
};

function usableDate({ image }: ArtifactFacts, now: Date): string | undefined {
  const createdAt = image?.createdAt;
  if (createdAt === undefined || createdAt < FIRST_IMAGES) return undefined;
  // Clocks may differ by some hours, not by days.
  return ageInDays(createdAt, now) < -1 ? undefined : createdAt;
}
