import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, WorkloadFacts } from '../model/facts';
import type { Judgement } from './Check';
import { count, eachOf, judgementOf, namesOf } from './judgements';

export interface WorkloadRule {
  evidenceOf(workload: WorkloadFacts): Evidence[];
  /** What else tells: findings on objects that are no workload of the component. */
  beside?: Evidence[];
  /** For the summary: `is reached from outside`. */
  does: string;
  /** The whole sentence where no workload has anything to judge. */
  notApplicable?: string;
}

/** Judges something that more than a setting of a workload tells. */
export function judgeWorkloads(
  facts: ComponentFacts,
  { evidenceOf, beside = [], does, notApplicable }: WorkloadRule,
): Judgement {
  const evidence = [...facts.workloads.flatMap(evidenceOf), ...beside];
  if (evidence.length === 0 && facts.component.type === 'library') {
    return {
      result: 'not-applicable',
      summary: 'A library is not deployed.',
      evidence,
    };
  }
  const subjectsOf = (items: Evidence[]) => namesOf(items.map(nameOf));
  return judgementOf(evidence, {
    fail: worst => `${eachOf(worst.map(nameOf))} ${does}.`,
    warn: worst => `${subjectsOf(worst)}: ${namesOf(worst.map(titleOf))}.`,
    pass: all => `In order on ${count(all.length, 'workload')}.`,
    unknown: worst =>
      worst.length > 0
        ? `Nothing tells about ${subjectsOf(worst)}.`
        : 'No report tells about workloads of this component.',
    'not-applicable': notApplicable ?? 'Nothing to judge.',
  });
}

function nameOf({ subject, title }: Evidence): string {
  return subject?.name ?? title;
}

function titleOf({ title }: Evidence): string {
  return title;
}
