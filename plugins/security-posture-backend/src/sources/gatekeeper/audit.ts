import type { ReportScope } from 'backstage-plugin-security-posture-node';
import { placeSubject } from '../kubernetes/subject';
import { scopePart } from './violation';

interface Run {
  isStarted: boolean;
  isFinished: boolean;
  /** Violations that were read, by constraint. */
  read: Map<string, number>;
  /** Violations that the audit counted, by constraint. */
  counted: Map<string, number>;
}

/** The runs of the audit that lines of its log belong to. */
export type AuditRuns = Map<string, Run>;

export function runOf(runs: AuditRuns, id: string): Run {
  const known = runs.get(id);
  if (known) return known;
  const run: Run = {
    isStarted: false,
    isFinished: false,
    read: new Map(),
    counted: new Map(),
  };
  runs.set(id, run);
  return run;
}

export function addViolation(
  runs: AuditRuns,
  id: unknown,
  constraint: { kind: string; name: string },
): void {
  if (typeof id !== 'string') return;
  const { read } = runOf(runs, id);
  const part = scopePart(constraint);
  read.set(part, (read.get(part) ?? 0) + 1);
}

/** What the log speaks for: a constraint is complete if no line of it was lost on the way. */
export function scopesOf(
  runs: AuditRuns,
  cluster: string | undefined,
): ReportScope[] {
  const scopes = new Map<string, boolean>();
  for (const run of runs.values()) {
    for (const [part, counted] of run.counted) {
      scopes.set(
        part,
        run.isStarted &&
          run.isFinished &&
          counted === (run.read.get(part) ?? 0),
      );
    }
  }
  return [...scopes].map(([part, complete]) => ({
    kind: 'decision',
    subject: placeSubject(undefined, cluster),
    part,
    complete,
  }));
}
