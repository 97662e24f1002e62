import type {
  CheckResult,
  Evidence,
  JudgedCheck,
  Subject,
} from 'backstage-plugin-security-posture-common';
import type { FindingFacts } from '../../model/facts';
import { findingEvidence } from '../judgements';
import { shopWorkload } from './facts';

/** A check as it was judged, without running it. */
export function judgedCheck(
  checkId: string,
  result: CheckResult,
  changes: Partial<JudgedCheck> = {},
): JudgedCheck {
  const { evidence = [] } = changes;
  return {
    checkId,
    stage: 'deploy',
    practices: ['D1c'],
    title: `${checkId} is in order`,
    result,
    summary: `It is ${result}.`,
    evidence,
    evidenceTotal: evidence.length,
    why: 'Because.',
    rule: 'Fails if it is broken.',
    passes: 'It is not broken.',
    enforcement: { build: 'off', admission: 'off' },
    ...changes,
  };
}

/** Evidence of failure: findings, and workloads by their subject. */
export function failing(...of: (FindingFacts | Subject)[]): Evidence[] {
  return of.map(item =>
    'id' in item
      ? findingEvidence(item, 'fail')
      : {
          kind: item.kind === 'image' ? 'image' : 'workload',
          result: 'fail',
          title: item.name,
          subject: item,
          container: 'app',
        },
  );
}

/** A workload of the shop by another name. */
export function shopWorkloadNamed(name: string): Subject {
  return { ...shopWorkload, name };
}
