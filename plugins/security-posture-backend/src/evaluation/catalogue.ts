import {
  type CatalogueEntry,
  stages,
} from 'backstage-plugin-security-posture-common';
import type { Check } from './Check';
import { checks } from './checks';
import { features } from './features';

/** All checks and features, sorted by stage and by the first practice that each serves. */
export function catalogue(): CatalogueEntry[] {
  return [...checks.map(entryOf), ...features].sort(
    (a, b) =>
      stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
      comparePractices(a.practices[0], b.practices[0]) ||
      a.id.localeCompare(b.id, 'en'),
  );
}

function entryOf(check: Check): CatalogueEntry {
  const { id, stage, practices, title, rule, inputs, why, fix, passes } = check;
  return {
    id,
    kind: 'check',
    stage,
    practices: [...practices],
    title,
    rule,
    inputs: [...inputs],
    why,
    fix,
    passes,
  };
}

/** The stages of the article first, then further practices and its frame. */
const chapters = 'BDRFI';

function comparePractices(a: string, b: string): number {
  return (
    chapters.indexOf(a[0]) - chapters.indexOf(b[0]) ||
    a.localeCompare(b, 'en', { numeric: true })
  );
}
