import {
  noSeverityCounts,
  type ComponentDay,
  type Severity,
  type Stage,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { present } from '../rows';

interface Columns {
  day: string;
  counts: string;
  new_findings: number;
  fixed_findings: number;
  reopened_findings: number;
  sla_due: number;
  sla_breached: number;
  sla_met: number;
  mean_hours_to_fix: number | null;
  risk: number | null;
  grade: string | null;
  coverage: number | null;
}

type Counts = Partial<
  Record<Stage, Partial<Record<string, Partial<Record<Severity, number>>>>>
>;

/** The snapshots of a component from one day to another, oldest first. Days without one are absent. */
export async function findComponentDays(
  knex: Knex,
  entityRef: string,
  { from, to }: { from: string; to: string },
): Promise<ComponentDay[]> {
  const rows: Columns[] = await knex('component_days')
    .where('entity_ref', entityRef)
    .whereBetween('day', [from, to])
    .orderBy('day');
  return rows.map(row => ({
    day: row.day,
    counts: countsOf(JSON.parse(row.counts)),
    newFindings: row.new_findings,
    fixedFindings: row.fixed_findings,
    reopenedFindings: row.reopened_findings,
    sla: { due: row.sla_due, breached: row.sla_breached, met: row.sla_met },
    meanHoursToFix: present(row.mean_hours_to_fix),
    risk: present(row.risk),
    grade: present(row.grade),
    coverage: present(row.coverage),
  }));
}

/** Only what is counted is stored; a stage that was reported on has zeros too. */
function countsOf(stored: Counts): ComponentDay['counts'] {
  const ofStage = (stage: Stage) => {
    const states = stored[stage];
    if (!states) return undefined;
    const of = (state: string) => ({ ...noSeverityCounts(), ...states[state] });
    return {
      open: of('open'),
      stale: of('stale'),
      suppressed: of('suppressed'),
      fixed: of('fixed'),
    };
  };
  return {
    build: ofStage('build'),
    deploy: ofStage('deploy'),
    runtime: ofStage('runtime'),
  };
}
