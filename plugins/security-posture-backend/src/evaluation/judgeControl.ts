import type { Evidence } from 'backstage-plugin-security-posture-common';
import type {
  ComponentFacts,
  FindingFacts,
  PodContainer,
  PodSettings,
  WorkloadFacts,
} from '../model/facts';
import type { Judgement } from './Check';
import { findingsOfKind } from './findingsOfKind';
import {
  count,
  eachOf,
  findingEvidence,
  judgementOf,
  namesOf,
  workloadEvidence,
  workloadName,
} from './judgements';

/** Something in a configuration that a control does not allow. */
export interface Fault {
  /** `privileged: true` */
  title: string;
  container?: string;
  /** Default `fail`. `unknown`: the configuration alone does not tell. */
  result?: 'fail' | 'warn' | 'unknown';
}

export interface ControlRule {
  /** Canonical controls under which tools report it; see `model/controls`. */
  controls: readonly string[];
  /** What is wrong with a configuration; empty if it is in order. */
  faultsOf(configuration: {
    containers: PodContainer[];
    settings: PodSettings;
    workload: WorkloadFacts;
  }): Fault[];
  /** For the summary: `run privileged`. */
  does: string;
  /** Where the rules of tools are wider than this one: a configuration that tells outweighs them. */
  configurationDecides?: boolean;
}

/**
 * Judges a setting of workloads, each by the best input that there is: its
 * configuration, else what a tool reported or found in order. What a tool still
 * reports counts beside a configuration that looks right.
 */
export function judgeControl(
  facts: ComponentFacts,
  rule: ControlRule,
): Judgement {
  const known = new Set(facts.workloads.map(({ subjectId }) => subjectId));
  const ofControl = findingsOfKind(facts, 'misconfiguration').filter(
    ({ problem }) => rule.controls.includes(problem),
  );
  const evidence = [
    ...facts.workloads.flatMap(workload =>
      judgeWorkload(facts, ofControl, workload, rule),
    ),
    // A manifest in a repository, or a workload of which the inventory knows nothing.
    ...ofControl
      .filter(({ subjectId }) => !known.has(subjectId))
      .map(reportedEvidence),
  ];
  if (facts.workloads.length === 0 && evidence.length === 0) {
    evidence.push(...passesElsewhere(facts, rule));
  }
  if (evidence.length === 0 && facts.component.type === 'library') {
    return {
      result: 'not-applicable',
      summary: 'A library is not deployed.',
      evidence,
    };
  }
  return judgementOf(evidence, {
    fail: worst => `${eachOf(worst.map(subjectName))} ${rule.does}.`,
    warn: worst => `${eachOf(worst.map(subjectName))} ${rule.does}.`,
    pass: all => `In order on ${count(all.length, 'workload')}.`,
    unknown: worst =>
      worst.length > 0
        ? `Nothing tells about ${namesOf(worst.map(subjectName))}.`
        : 'No report tells about workloads of this component.',
    'not-applicable': 'Nothing to judge.',
  });
}

function subjectName({ subject }: Evidence): string {
  return subject?.name ?? '';
}

/** What nobody looked for again is no failure any more, and no proof of a repair. */
function reportedEvidence(finding: FindingFacts): Evidence {
  return findingEvidence(finding, finding.isStale ? 'warn' : 'fail');
}

function judgeWorkload(
  facts: ComponentFacts,
  ofControl: readonly FindingFacts[],
  workload: WorkloadFacts,
  { controls, faultsOf, configurationDecides }: ControlRule,
): Evidence[] {
  const { subjectId, configuration } = workload;
  const faults = configuration
    ? faultsOf({ ...configuration, workload }).map(
        ({ title, container, result }) =>
          workloadEvidence(workload, result ?? 'fail', title, container),
      )
    : [];
  const certain = faults.filter(({ result }) => result !== 'unknown');
  const isTold =
    configuration !== undefined && certain.length === faults.length;
  const reported =
    isTold && configurationDecides
      ? []
      : ofControl
          .filter(finding => finding.subjectId === subjectId)
          .map(reportedEvidence);
  if (certain.length + reported.length > 0) return [...reported, ...faults];
  if (isTold) {
    return [workloadEvidence(workload, 'pass', workloadName(workload))];
  }
  const passed = facts.passes.find(
    pass => pass.subjectId === subjectId && controls.includes(pass.control),
  );
  if (passed) return [workloadEvidence(workload, 'pass', passed.title)];
  return faults.length > 0
    ? faults
    : [workloadEvidence(workload, 'unknown', 'No report tells of it')];
}

/** A tool found the control in order on something that runs no pods: a manifest in a repository. */
function passesElsewhere(
  { passes }: ComponentFacts,
  { controls }: ControlRule,
): Evidence[] {
  return passes
    .filter(({ control }) => controls.includes(control))
    .map(({ title, reportId, at }) => ({
      kind: 'report',
      result: 'pass',
      id: reportId,
      title,
      at,
    }));
}
