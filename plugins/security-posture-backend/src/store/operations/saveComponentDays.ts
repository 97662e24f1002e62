import type { Knex } from 'knex';
import { isPostgres } from '../bulk';

export interface DaySnapshot {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** Beginning and end of that day. */
  from: string;
  to: string;
  now: string;
  /** Findings that were fixed since then count for the mean time and the deadlines met. */
  fixedSince: string;
}

const severityName =
  "case severity_rank when 5 then 'critical' when 4 then 'high' when 3 then 'medium' when 2 then 'low' when 1 then 'info' else 'unknown' end";

const events = [
  'new_findings',
  'fixed_findings',
  'reopened_findings',
  'sla_due',
  'sla_breached',
  'sla_met',
];

const sums = [...events, 'fixed_lately'];

const replaced = ['counts', ...events, 'mean_hours_to_fix'];

/**
 * Writes a snapshot of every component that was ever reported on, in one
 * statement however many they are. That of the same day is replaced.
 */
export async function saveComponentDays(
  tx: Knex,
  snapshot: DaySnapshot,
): Promise<void> {
  await tx.raw(statement(isPostgres(tx)), { ...snapshot });
}

function statement(postgres: boolean): string {
  // Both engines build JSON by aggregates; only SQLite takes nested JSON for text.
  const object = postgres ? 'json_object_agg' : 'json_group_object';
  const nested = (column: string) => (postgres ? column : `json(${column})`);
  const asText = (sql: string) => (postgres ? `cast(${sql} as text)` : sql);
  const time = (name: string) =>
    postgres ? `cast(:${name} as timestamptz)` : `:${name}`;
  const hours = postgres
    ? 'extract(epoch from (fixed_at - opened_at)) / 3600'
    : '(julianday(fixed_at) - julianday(opened_at)) * 24';
  const count = (condition: string) =>
    `sum(case when ${condition} then 1 else 0 end)`;
  const onDay = (column: string) =>
    `${column} >= ${time('from')} and ${column} < ${time('to')}`;
  const isActive = "state in ('open', 'stale') and due_at is not null";
  const isFixed = `state = 'fixed' and fixed_at >= ${time('fixedSince')}`;

  return `
    insert into component_days (
      entity_ref, day, counts, new_findings, fixed_findings, reopened_findings,
      sla_due, sla_breached, sla_met, mean_hours_to_fix, risk, grade, coverage
    )
    with counted as (
      select c.entity_ref, n.stage, n.state, n.severity_rank, sum(n.total) as total
      from subject_counts n
      join subject_components c on c.subject_id = n.subject_id
      where n.state <> 'absent'
      group by c.entity_ref, n.stage, n.state, n.severity_rank
      having sum(n.total) > 0
    ),
    states as (
      select entity_ref, stage, state, ${object}(${severityName}, total) as counts
      from counted group by entity_ref, stage, state
    ),
    stages as (
      select entity_ref, stage, ${object}(state, ${nested('counts')}) as counts
      from states group by entity_ref, stage
    ),
    reported as (
      select c.entity_ref, s.stage
      from subject_sources s
      join subject_components c on c.subject_id = s.subject_id
      union
      select entity_ref, stage from counted
    ),
    components as (
      select r.entity_ref, ${asText(
        `${object}(r.stage, ${nested(
          `coalesce(s.counts, ${postgres ? "cast('{}' as json)" : "'{}'"})`,
        )})`,
      )} as counts
      from reported r
      left join stages s on s.entity_ref = r.entity_ref and s.stage = r.stage
      group by r.entity_ref
    ),
    moves as (
      select
        subject_id,
        ${count(onDay('opened_at'))} as new_findings,
        ${count(`state = 'fixed' and ${onDay('fixed_at')}`)} as fixed_findings,
        ${count(onDay('reopened_at'))} as reopened_findings,
        ${count(`${isActive} and due_at >= ${time('now')}`)} as sla_due,
        ${count(`${isActive} and due_at < ${time('now')}`)} as sla_breached,
        ${count(`${isFixed} and fixed_at <= due_at`)} as sla_met,
        ${count(isFixed)} as fixed_lately,
        sum(case when ${isFixed} then ${hours} else 0 end) as hours_to_fix
      from findings
      where state <> 'absent'
      group by subject_id
    ),
    moved as (
      select
        c.entity_ref,
        ${sums.map(column => `sum(m.${column}) as ${column}`).join(', ')},
        sum(m.hours_to_fix) as hours_to_fix
      from moves m
      join subject_components c on c.subject_id = m.subject_id
      group by c.entity_ref
    )
    select
      p.entity_ref, :day, p.counts, coalesce(m.new_findings, 0),
      coalesce(m.fixed_findings, 0), coalesce(m.reopened_findings, 0),
      coalesce(m.sla_due, 0), coalesce(m.sla_breached, 0), coalesce(m.sla_met, 0),
      case when m.fixed_lately > 0 then m.hours_to_fix / m.fixed_lately end,
      null, null, null
    from components p
    left join moved m on m.entity_ref = p.entity_ref
    where true
    on conflict (entity_ref, day) do update set ${replaced
      .map(column => `${column} = excluded.${column}`)
      .join(', ')}`;
}
