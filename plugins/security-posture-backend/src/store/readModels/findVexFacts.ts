import type { Knex } from 'knex';
import type { VexFact } from '../../model/openVex';
import { saidOf, type SaidOfFinding } from '../../model/vexSaid';
import { textSet } from '../bulk';
import { optionalIsoTime, type DbTime } from '../rows';
import { findTriages, type StoredTriage } from './findTriages';
import { findVexCandidates } from './findVexCandidates';

interface Columns {
  id: string;
  subject_id: string;
  problem: string;
  state: string;
  triage: string | null;
  fixed_at: DbTime | null;
  kind: 'accepted' | 'false-positive' | null;
  reason: string | null;
  expires_at: DbTime | null;
  decided_at: DbTime | null;
}

/**
 * What approved exceptions, triage and scans say of the vulnerabilities of a
 * component. One of which nothing is said is left out: that is for its owner to
 * find out.
 *
 * @param now - the time of statements of which no other is known
 */
export async function findVexFacts(
  knex: Knex,
  entityRef: string,
  now: string,
): Promise<VexFact[]> {
  const rows: Columns[] = await knex('findings as f')
    .join('subject_components as c', 'c.subject_id', 'f.subject_id')
    .leftJoin('exceptions as e', 'e.id', 'f.exception_id')
    .where({ 'c.entity_ref': entityRef, 'f.kind': 'vulnerability' })
    .whereNot('f.state', 'absent')
    .where(any =>
      any
        .where('f.state', 'fixed')
        .orWhereNotNull('f.exception_id')
        .orWhereNotNull('f.triage'),
    )
    .orderBy(['f.problem', 'f.id'])
    .select(
      'f.id',
      'f.subject_id',
      'f.problem',
      'f.state',
      'f.triage',
      'f.fixed_at',
      'e.kind',
      'e.reason',
      'e.expires_at',
      'e.decided_at',
    );
  const ids = rows.map(({ id }) => id);
  const seen = new Map(
    (await findVexCandidates(knex, textSet(knex, ids))).map(one => [
      one.id,
      one,
    ]),
  );
  const triages = await findTriages(knex, ids);
  const current = await findCurrentDigests(knex, rows);
  const aliases = await findAliases(knex, rows);
  return rows.flatMap(row => {
    const candidate = seen.get(row.id);
    const said = saidOf(judgementOf(row, triages.get(row.id)), now);
    if (!candidate || !said) return [];
    const digests =
      row.state === 'fixed'
        ? current.get(row.subject_id) ?? []
        : candidate.sightings.flatMap(({ digest }) => digest ?? []);
    return {
      vulnerability: row.problem,
      aliases: aliases.get(row.problem) ?? [],
      subject: candidate.subject,
      digests: [...new Set(digests)].filter(digest =>
        digest.startsWith('sha256:'),
      ),
      packageKey: candidate.packageKey,
      said,
    };
  });
}

function judgementOf(
  row: Columns,
  triage: StoredTriage | undefined,
): SaidOfFinding {
  return {
    fixed: row.state === 'fixed',
    fixedAt: optionalIsoTime(row.fixed_at),
    exception: row.kind
      ? {
          kind: row.kind,
          reason: row.reason ?? '',
          expiresAt: optionalIsoTime(row.expires_at),
          at: optionalIsoTime(row.decided_at),
        }
      : undefined,
    triage: row.triage ? { ...triage, status: row.triage } : undefined,
  };
}

/** The digests that are the newest build or run, by subject. */
async function findCurrentDigests(
  knex: Knex,
  rows: Columns[],
): Promise<Map<string, string[]>> {
  const fixed = rows.filter(({ state }) => state === 'fixed');
  const artifacts: { subject_id: string; digest: string }[] = await knex(
    'artifacts',
  )
    .whereIn(
      'subject_id',
      textSet(knex, new Set(fixed.map(({ subject_id }) => subject_id))),
    )
    .where(any => any.where('built', true).orWhere('running', true))
    .select('subject_id', 'digest');
  return grouped(artifacts.map(row => [row.subject_id, row.digest]));
}

/** The other names of these problems. */
async function findAliases(
  knex: Knex,
  rows: Columns[],
): Promise<Map<string, string[]>> {
  const names: { canonical_id: string; vulnerability_id: string }[] =
    await knex('vulnerability_groups')
      .whereIn(
        'canonical_id',
        textSet(knex, new Set(rows.map(({ problem }) => problem))),
      )
      .whereRaw('vulnerability_id <> canonical_id')
      .orderBy('vulnerability_id')
      .select('canonical_id', 'vulnerability_id');
  return grouped(names.map(row => [row.canonical_id, row.vulnerability_id]));
}

function grouped(pairs: [string, string][]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
