import type { SourceFinding } from 'backstage-plugin-security-posture-node';
import { codeFinding } from './code';
import type { FindingInput } from './findingInput';
import { licenceFinding } from './licence';
import { misconfigurationFinding } from './misconfiguration';
import type { ResultKind } from './producer';
import { secretFinding } from './secret';
import { vulnerabilityFinding } from './vulnerability';

export function findingOf(
  kind: ResultKind,
  input: FindingInput,
): SourceFinding {
  switch (kind) {
    case 'vulnerability':
      return vulnerabilityFinding(input);
    case 'secret':
      return secretFinding(input);
    case 'misconfiguration':
      return misconfigurationFinding(input);
    case 'licence':
      return licenceFinding(input);
    default:
      return codeFinding(input);
  }
}
