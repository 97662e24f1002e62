import type { FindingKind } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts } from '../model/facts';

// Dozens of checks ask the same facts, one after the other.
const known = new WeakMap<
  readonly FindingFacts[],
  Map<FindingKind, FindingFacts[]>
>();

/** The findings of one kind, in their order. */
export function findingsOfKind(
  { findings }: Pick<ComponentFacts, 'findings'>,
  kind: FindingKind,
): readonly FindingFacts[] {
  let byKind = known.get(findings);
  if (!byKind) {
    byKind = new Map();
    for (const finding of findings) {
      const list = byKind.get(finding.kind);
      if (list) list.push(finding);
      else byKind.set(finding.kind, [finding]);
    }
    known.set(findings, byKind);
  }
  return byKind.get(kind) ?? [];
}
