import type { ElementCounts } from 'backstage-plugin-security-posture-common';
import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { storedSubject } from '../model/subject';
import { ENGINE } from './reportOfAnswer';

/**
 * Answers of one cluster as one report. All decisions count; what was let in
 * and what was passed over, only as the newest answer about each object tells.
 *
 * @param answers - oldest first, at least one
 */
export function mergeAnswers(answers: SourceReport[]): SourceReport {
  const newest = new Map<string, SourceReport>();
  for (const answer of answers) {
    // One that was refused changed nothing.
    if (answer.scopes.length > 0 || answer.findings.length > 0) {
      newest.set(storedSubject(answer.subject).id, answer);
    }
  }
  const current = [...newest.values()];
  const last = answers[answers.length - 1];
  const cluster =
    last.subject.kind === 'image' ? undefined : last.subject.cluster;
  const read: Partial<ElementCounts> = {};
  const merged: SourceReport = {
    ...last,
    tool: { name: ENGINE },
    subject: {
      kind: 'cluster',
      name: cluster ?? 'unknown',
      ...(cluster ? { cluster } : {}),
    },
    decisions: answers.flatMap(({ decisions }) => decisions),
    scopes: current.flatMap(({ scopes }) => scopes),
    findings: current.flatMap(({ findings }) => findings),
    workloads: current.flatMap(({ workloads }) => workloads),
    read,
  };
  const { decisions, workloads, findings } = merged;
  if (decisions.length > 0) read.decision = decisions.length;
  if (workloads.length > 0) read.workload = workloads.length;
  if (findings.length > 0) read.misconfiguration = findings.length;
  return merged;
}
