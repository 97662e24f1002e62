import {
  firstLine,
  type MisconfigurationFinding,
  plainText,
} from 'backstage-plugin-security-posture-node';
import type { FindingInput } from './findingInput';
import { guidanceOf } from './rule';
import { sharedParts } from './sharedParts';
import { keyedLines } from './keyedLines';

const CONTROL_OF_TRIVY = /^(?:AVD-)?([A-Z]{2,20})-?(\d{1,8})$/;

export function misconfigurationFinding(
  input: FindingInput,
): MisconfigurationFinding {
  const { rule, place, producer, ruleId } = input;
  const isTrivy = producer.name.startsWith('trivy');
  // Trivy's message repeats what has a place of its own.
  const message =
    (isTrivy ? keyedLines(input.message).get('message') : undefined) ??
    input.message;
  return {
    kind: 'misconfiguration',
    ...sharedParts(input),
    id: isTrivy ? controlId(ruleId) : ruleId,
    title: rule?.title ?? (firstLine(message ?? '') || (rule?.name ?? ruleId)),
    message: message === undefined ? undefined : plainText(message),
    remediation: isTrivy ? undefined : guidanceOf(rule),
    path: producer.locatesImage ? undefined : place.path,
    startLine: producer.locatesImage ? undefined : place.startLine,
  };
}

/** Trivy has spelt the same control `DS002`, `AVD-DS-0002` and `DS-0002`. */
function controlId(ruleId: string): string {
  const match = CONTROL_OF_TRIVY.exec(ruleId);
  return match ? `${match[1]}-${match[2].padStart(4, '0')}` : ruleId;
}
