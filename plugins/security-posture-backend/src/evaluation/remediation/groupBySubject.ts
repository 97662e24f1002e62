import type {
  FindingKind,
  Subject,
} from 'backstage-plugin-security-posture-common';
import type { PlannedComponent } from './Action';
import { subjectName } from './names';

export interface OnSubject {
  subject: Subject;
}

/** The findings of one kind, by what they are in. */
export function groupBySubject(
  { facts, remaining }: PlannedComponent,
  kind: FindingKind,
): { subject: Subject; flaws: number[] }[] {
  const groups = new Map<string, { subject: Subject; flaws: number[] }>();
  for (const finding of facts.findings) {
    if (finding.kind !== kind) continue;
    const key = subjectName(finding.subject);
    const group = groups.get(key) ?? { subject: finding.subject, flaws: [] };
    group.flaws.push(remaining.flawOf(finding));
    groups.set(key, group);
  }
  return [...groups.values()];
}
