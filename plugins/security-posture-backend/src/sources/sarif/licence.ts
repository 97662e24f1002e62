import {
  firstLine,
  type LicenceFinding,
} from 'backstage-plugin-security-posture-node';
import type { FindingInput } from './findingInput';
import { sharedParts } from './sharedParts';

/** Trivy names a rule after package and licence: `busybox:GPL-2.0-only`. */
export function licenceFinding(input: FindingInput): LicenceFinding {
  const { rule, place, ruleId } = input;
  const colon = ruleId.lastIndexOf(':');
  const name = ruleId.slice(0, Math.max(colon, 0));
  return {
    kind: 'licence',
    ...sharedParts(input),
    licence: ruleId.slice(colon + 1) || ruleId,
    title: rule?.title ?? firstLine(ruleId),
    ...(name === '' ? {} : { package: { name } }),
    path: place.path,
  };
}
