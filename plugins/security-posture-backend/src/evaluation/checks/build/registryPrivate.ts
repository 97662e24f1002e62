import type { Check } from '../../Check';
import { hostOf, usedImageEvidence, usedImages } from '../../imageNames';
import { withoutImages } from '../../judgeImages';
import { count, judgementOf, namesOf } from '../../judgements';
import { registryOf } from '../../registryOf';

/** Registries that let anybody publish or pull. */
const publicHosts = new Set([
  'cgr.dev',
  'docker.io',
  'docker.pkg.github.com',
  'gcr.io',
  'ghcr.io',
  'k8s.gcr.io',
  'lscr.io',
  'mcr.microsoft.com',
  'nvcr.io',
  'public.ecr.aws',
  'quay.io',
  'registry.access.redhat.com',
  'registry.fedoraproject.org',
  'registry.gitlab.com',
  'registry.k8s.io',
]);

/** Registries of cloud accounts, which ask for credentials unless told otherwise. */
const accountHost =
  /\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$|\.azurecr\.(io|cn|us)$|-docker\.pkg\.dev$/;

export const registryPrivate: Check = {
  id: 'build.registry.private',
  stage: 'build',
  practices: ['B1'],
  title: 'Images come from private registries',
  rule: 'Warns if an image that is built, runs or is named by a workload lies in a public registry: one that the policy does not call private, and that is known to be public or that the policy says is.',
  inputs: [
    'Names of images in reports and workloads, with registries of the policy',
    'A list of well-known public registries, and of those of cloud accounts',
  ],
  why: 'What lies in a public registry can be read by everybody, secrets and mistakes included, and can be gone or replaced tomorrow. A private registry limits who reads and who writes.',
  fix: {
    text: 'Push your own images to a private registry, and mirror the images of others there. If the repository in a public registry is closed to others, say so in the policy.',
    snippet: {
      language: 'yaml',
      code: 'registries:\n  - host: ghcr.io/acme\n    private: true\n    accessControl: true\n    builtInScanning: true\n    signed: false',
    },
  },
  passes:
    'Every image that is built or runs lies in a registry that is private by the policy or belongs to a cloud account.',
  weight: 0.02,
  judge: (facts, { policy }) => {
    const evidence = usedImages(facts).map(image => {
      const { name } = image;
      const isPrivate =
        registryOf(name, policy)?.private ?? guessPrivate(hostOf(name));
      if (isPrivate === undefined) {
        return usedImageEvidence(image, 'unknown', name);
      }
      return usedImageEvidence(image, isPrivate ? 'pass' : 'warn', name);
    });
    if (evidence.length === 0) return withoutImages(facts);
    return judgementOf(evidence, {
      fail: 'An image lies in a public registry.',
      warn: worst =>
        `In a public registry: ${namesOf(worst.map(({ title }) => title))}.`,
      pass: all => `In private registries: ${count(all.length, 'image')}.`,
      unknown: worst =>
        `Nothing tells whether ${namesOf(
          worst.map(({ title }) => hostOf(title)),
        )} is private.`,
      'not-applicable': 'Nothing to judge.',
    });
  },
};

function guessPrivate(host: string): boolean | undefined {
  if (publicHosts.has(host)) return false;
  return accountHost.test(host) ? true : undefined;
}
