import type { RegistryRule } from '../../../model/policyRules';
import type { Check } from '../../Check';
import { hostOf, usedImageEvidence, usedImages } from '../../imageNames';
import { withoutImages } from '../../judgeImages';
import { count, judgementOf, namesOf } from '../../judgements';
import { registryOf } from '../../registryOf';

export const registryCapabilities: Check = {
  id: 'build.registry.capabilities',
  stage: 'build',
  practices: ['F1'],
  title: 'Registries are private, control access and scan what they hold',
  rule: 'Fails if the policy says of the registry of an image that is built, runs or is named by a workload that it is not private, controls no access or scans nothing. Unknown for a registry of which the policy says nothing.',
  inputs: [
    'Names of images in reports and workloads, with registries of the policy',
  ],
  why: 'A registry is where attackers would put an image to have it run everywhere. It has to know who may push and pull, and to look again at what it holds, because vulnerabilities are found in images that never change.',
  fix: {
    text: 'Move the image to a registry that has what is missing, or switch it on there: access by team and robot account, and scans of every push and of what is stored. Then say so in the policy.',
    snippet: {
      language: 'yaml',
      code: 'registries:\n  - host: registry.example.com\n    private: true\n    accessControl: true\n    builtInScanning: true\n    signed: true',
    },
  },
  passes:
    'The policy says of every registry in use that it is private, controls access and scans what it holds.',
  weight: 0.02,
  judge: (facts, { policy }) => {
    const evidence = usedImages(facts).map(image => {
      const registry = registryOf(image.name, policy);
      if (!registry) {
        return usedImageEvidence(image, 'unknown', hostOf(image.name));
      }
      const lacking = lackOf(registry);
      return lacking.length > 0
        ? usedImageEvidence(
            image,
            'fail',
            `${registry.host} (${lacking.join(', ')})`,
          )
        : usedImageEvidence(image, 'pass', registry.host);
    });
    if (evidence.length === 0) return withoutImages(facts);
    return judgementOf(evidence, {
      fail: worst =>
        `A registry lacks what it should have: ${namesOf(
          worst.map(({ title }) => title),
        )}.`,
      warn: 'A registry lacks what it should have.',
      pass: all =>
        `In registries that have all that is asked for: ${count(
          all.length,
          'image',
        )}.`,
      unknown: worst =>
        `The policy says nothing of ${namesOf(
          worst.map(({ title }) => title),
        )}.`,
      'not-applicable': 'Nothing to judge.',
    });
  },
};

function lackOf(registry: RegistryRule): string[] {
  return [
    ...(registry.private ? [] : ['public']),
    ...(registry.accessControl ? [] : ['no access control']),
    ...(registry.builtInScanning ? [] : ['no scanning']),
  ];
}
