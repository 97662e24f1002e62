import type {
  FindingDetail,
  Subject,
  Verdict,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { severityOfRank } from '../../model/severityRank';
import {
  findParts,
  selectFinding,
  toFinding,
  type FindingColumns,
  type FindingParts,
} from './findingColumns';
import { findMapping } from './findMapping';
import { findRunners, type Runners } from './findRunners';
import type { StoredSighting } from './findSightings';

/** One finding with each source's verdict; also by an id that became part of another. */
export async function findFinding(
  knex: Knex,
  id: string,
  now: Date,
): Promise<FindingDetail | undefined> {
  const redirect: { finding_id: string } | undefined = await knex(
    'finding_redirects',
  )
    .where('old_id', id)
    .first('finding_id');
  const ownId = redirect?.finding_id ?? id;
  const [row]: FindingColumns[] = await selectFinding(
    knex('findings as t')
      .join('subjects as s', 's.id', 't.subject_id')
      .leftJoin('vulnerability_intel as i', 'i.cve', 't.problem')
      .where('t.id', ownId)
      .whereNot('t.state', 'absent'),
    knex,
  );
  if (!row) return undefined;
  const parts = (await findParts(knex, [ownId])).get(ownId) ?? {
    sightings: [],
    verdicts: [],
  };
  const runners = await findRunners(knex, [row.subject_id]);
  const mapping = await findMapping(knex, [row.subject_id]);
  return {
    ...toFinding(row, parts, now),
    entityRefs: mapping.get(row.subject_id) ?? [],
    verdicts: verdictsOf(parts),
    sightings: parts.sightings.map(({ sighting }) => ({
      ...sighting,
      workloads: runnersOf(sighting.digest, runners.get(row.subject_id)),
    })),
  };
}

function runnersOf(
  digest: string | undefined,
  runners: Runners | undefined,
): Subject[] {
  return runners?.get(digest ?? '') ?? [];
}

function verdictsOf({ sightings, verdicts }: FindingParts): Verdict[] {
  return verdicts.flatMap(({ source, details }) => {
    const own = sightings.filter(sighting => sighting.source === source);
    if (own.length === 0) return [];
    const open = own.filter(({ sighting }) => !sighting.withdrawnAt);
    const counting = open.length > 0 ? open : own;
    const times = (pick: (sighting: StoredSighting) => string) =>
      counting.map(pick).sort();
    const [first] = times(({ sighting }) => sighting.firstSeenAt);
    const last = times(({ sighting }) => sighting.lastSeenAt).pop();
    const { message, fixedVersions } = details;
    return {
      source,
      tool: own[0].tool,
      reportedIds: unique(own.map(({ reportedId }) => reportedId)),
      severity: severityOfRank(
        Math.max(...counting.map(({ severityRank }) => severityRank)),
      ),
      versions: unique(counting.flatMap(({ version }) => version ?? [])),
      fixedVersions: Array.isArray(fixedVersions)
        ? fixedVersions.map(String)
        : [],
      suppressed: counting.every(({ suppressed }) => suppressed),
      withdrawn: open.length === 0,
      message: typeof message === 'string' ? message : undefined,
      firstSeenAt: first,
      lastSeenAt: last ?? first,
    };
  });
}

function unique(values: string[]): string[] {
  return [...new Set(values)].sort();
}
