import {
  severities,
  type Finding,
} from 'backstage-plugin-security-posture-common';
import { ago } from './time';
import { toldFindings } from './toldFindings';
import { finding } from './finding';

const many = Array.from({ length: 96 }, (_, index) =>
  finding({
    problem: `CVE-2025-${10_000 + index}`,
    title: 'Improper check of a length that the caller gives',
    severity: severities[1 + (index % 4)],
    package: { name: `lib-number-${index}`, version: `1.${index}.0` },
    fixedVersions: index % 2 === 0 ? [`1.${index}.1`] : [],
    firstSeenAt: ago({ days: index }),
  }),
);

export const exampleFindings: Finding[] = [...toldFindings, ...many];
