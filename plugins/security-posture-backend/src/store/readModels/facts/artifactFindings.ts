import type { Knex } from 'knex';
import type { FindingFacts } from '../../../model/facts';
import { suppressor } from '../../../model/findingState';
import { severityOfRank } from '../../../model/severityRank';
import { textSet } from '../../bulk';
import { isTrue, present } from '../../rows';
import type { ArtifactScope, StoredArtifact } from './artifactColumns';
import { selectFindingColumns, type FindingColumns } from './findingColumns';
import { grouped } from './grouped';
import type { ImageExtras } from './imageExtras';
import { addSighting, nothingSeen } from './sightings';
import { toFindingFacts } from './toFindingFacts';
import { readVerdictDetails } from './verdictDetails';
import { worstFirst } from './worstFirst';

/** A finding as a scope sees it, with what the source of that scope says of it. */
interface SeenColumns extends FindingColumns {
  scope_id: string;
  seen_severity_rank: number;
  package_version: string | null;
  seen_fixable: unknown;
  stale: unknown;
  source: string | null;
  details: string | null;
}

/** What scopes see, by scope. */
export type SeenFindings = Map<string, SeenColumns[]>;

export interface ArtifactFindingsOptions {
  /**
   * `actionable` leaves out vulnerabilities that have no fix and that nobody is
   * known to exploit; in an old image most are of that kind. Default `all`.
   */
  which?: 'all' | 'actionable';
}

/**
 * What is seen on these artifacts, whether or not they are the newest build or
 * run. What people, documents or the tool say does not count is left out.
 */
export async function findSeenFindings(
  knex: Knex,
  artifacts: StoredArtifact[],
  { which = 'all' }: ArtifactFindingsOptions = {},
): Promise<SeenFindings> {
  const scopeIds = artifacts.flatMap(({ scopes }) =>
    scopes.map(({ scope_id }) => scope_id),
  );
  if (scopeIds.length === 0) return new Map();
  const seen = selectFindingColumns(
    knex('observations as o')
      .join('findings as t', 't.id', 'o.finding_id')
      .join('scopes as p', 'p.id', 'o.scope_id')
      .leftJoin('verdicts as v', join =>
        join.on('v.finding_id', 't.id').andOn('v.source', 'p.source'),
      )
      .whereIn('o.scope_id', textSet(knex, scopeIds))
      .whereNull('o.withdrawn_at')
      .where('o.suppressed', false)
      .select(
        'o.scope_id',
        'o.severity_rank as seen_severity_rank',
        'o.package_version',
        'o.fixable as seen_fixable',
        'o.stale',
        'v.source',
        'v.details',
      ),
  );
  if (which === 'actionable') {
    seen.where(counts =>
      counts
        .whereNot('t.kind', 'vulnerability')
        .orWhere('o.fixable', true)
        .orWhere('i.known_exploited', true),
    );
  }
  const rows: SeenColumns[] = await seen;
  return grouped(
    rows.filter(row => !isSuppressed(row)),
    row => row.scope_id,
    row => row,
  );
}

function isSuppressed(row: FindingColumns): boolean {
  const judgement = {
    exceptionId: present(row.exception_id),
    triage: present(row.triage),
    vex: present(row.vex),
  };
  return suppressor(judgement, { unsuppressed: true }) !== undefined;
}

/** The findings of one artifact, the worst first. */
export function findingsOn(
  { row: artifact, scopes }: StoredArtifact,
  seen: SeenFindings,
  extras: ImageExtras,
): FindingFacts[] {
  const sightings = scopes.flatMap(scope =>
    (seen.get(scope.scope_id) ?? []).map(row => ({ scope, row })),
  );
  const byFinding = grouped(
    sightings,
    ({ row }) => row.id,
    sighting => sighting,
  );
  const standing = {
    built: isTrue(artifact.built),
    running: isTrue(artifact.running),
  };
  return [...byFinding.values()]
    .map(own => findingOf(own, artifact.digest, standing, extras))
    .sort(worstFirst);
}

function findingOf(
  own: { scope: ArtifactScope; row: SeenColumns }[],
  digest: string,
  standing: { built: boolean; running: boolean },
  extras: ImageExtras,
): FindingFacts {
  const known = nothingSeen();
  for (const { scope, row } of own) {
    const { package_version } = row;
    addSighting(known, { ...scope, digest, package_version });
  }
  const rows = own.map(({ row }) => row);
  const rank = Math.max(...rows.map(row => row.seen_severity_rank));
  return toFindingFacts({
    row: rows[0],
    seen: known,
    verdicts: rows.flatMap(({ source, details }) =>
      source !== null && details !== null
        ? { source, details: readVerdictDetails(JSON.parse(details)) }
        : [],
    ),
    extras,
    standing: {
      ...standing,
      severity: severityOfRank(rank),
      isStale: rows.every(row => isTrue(row.stale)),
      fixable: rows.some(row => isTrue(row.seen_fixable)),
    },
  });
}
