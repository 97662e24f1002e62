import {
  noSeverityCounts,
  type ComponentImage,
  type ImagesPage,
  type ImagesQuery,
  type SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { imageConcerns } from '../../model/imageConcerns';
import { severityOfRank } from '../../model/severityRank';
import { textSet } from '../bulk';
import {
  asCount,
  isoTime,
  isTrue,
  optionalIsoTime,
  present,
  type DbTime,
} from '../rows';
import { findRunners } from './findRunners';
import { findPage } from './page';

interface Columns {
  subject_id: string;
  name: string;
  digest: string;
  tag: string | null;
  branch: string | null;
  commit_id: string | null;
  built: unknown;
  running: unknown;
  built_at: DbTime | null;
  scanned_at: DbTime | null;
  admitted_at: DbTime | null;
  running_since: DbTime | null;
  last_seen_at: DbTime;
}

/**
 * A page of the digests of a component's image lines that are the newest build
 * or run, those seen last first.
 */
export async function findImages(
  knex: Knex,
  entityRef: string,
  query: ImagesQuery,
): Promise<ImagesPage> {
  const current = knex('artifacts as a')
    .join('subject_components as c', 'c.subject_id', 'a.subject_id')
    .join('subjects as s', 's.id', 'a.subject_id')
    .where('c.entity_ref', entityRef)
    .where('s.kind', 'image')
    .where(any => any.where('a.built', true).orWhere('a.running', true));
  const page = await findPage<Columns>(
    knex,
    current,
    select => select.select('a.*', 's.name'),
    {
      cursor: query.cursor,
      limit: query.limit,
      direction: 'desc',
      column: 'a.last_seen_at',
      idColumn: "a.subject_id || ' ' || a.digest",
    },
  );
  const lines = [...new Set(page.rows.map(({ subject_id }) => subject_id))];
  const counts = await countByDigest(knex, lines);
  const runners = await findRunners(knex, lines);
  const built = await findBuilt(knex, lines);
  return {
    items: page.rows.map(row => {
      const buildOf = built.get(row.subject_id);
      return toImage(row, {
        workloads: runners.get(row.subject_id)?.get(row.digest) ?? [],
        open: counts.get(`${row.subject_id} ${row.digest}`),
        openInBuild:
          buildOf === undefined
            ? undefined
            : counts.get(`${row.subject_id} ${buildOf}`),
        isBuildScanned: buildOf !== undefined,
      });
    }),
    nextCursor: page.nextCursor,
    totalItems: page.totalItems,
  };
}

function toImage(
  row: Columns,
  facts: {
    workloads: ComponentImage['workloads'];
    open?: SeverityCounts;
    openInBuild?: SeverityCounts;
    isBuildScanned: boolean;
  },
): ComponentImage {
  const scannedAt = optionalIsoTime(row.scanned_at);
  const admittedAt = optionalIsoTime(row.admitted_at);
  const [built, running] = [isTrue(row.built), isTrue(row.running)];
  const open = scannedAt ? facts.open ?? noSeverityCounts() : undefined;
  return {
    name: row.name,
    digest: row.digest.startsWith('sha256:') ? row.digest : undefined,
    tag: present(row.tag),
    branch: present(row.branch),
    commit: present(row.commit_id),
    built,
    running,
    builtAt: optionalIsoTime(row.built_at),
    scannedAt,
    admittedAt,
    runningSince: running ? optionalIsoTime(row.running_since) : undefined,
    workloads: facts.workloads,
    open,
    concerns: imageConcerns({
      built,
      running,
      scannedAt,
      admittedAt,
      open,
      openInBuild: facts.isBuildScanned
        ? facts.openInBuild ?? noSeverityCounts()
        : undefined,
    }),
    lastSeenAt: isoTime(row.last_seen_at),
  };
}

/** The scanned newest build of each line. */
async function findBuilt(
  knex: Knex,
  subjectIds: string[],
): Promise<Map<string, string>> {
  const rows: { subject_id: string; digest: string }[] = await knex('artifacts')
    .whereIn('subject_id', textSet(knex, subjectIds))
    .where('built', true)
    .whereNotNull('scanned_at')
    .select('subject_id', 'digest');
  return new Map(rows.map(row => [row.subject_id, row.digest]));
}

/** Open findings of each digest by severity, counting each finding once. */
async function countByDigest(
  knex: Knex,
  subjectIds: string[],
): Promise<Map<string, SeverityCounts>> {
  const rows: {
    subject_id: string;
    digest: string;
    severity_rank: number;
    total: unknown;
  }[] = await knex('scopes as s')
    .join('observations as o', 'o.scope_id', 's.id')
    .join('findings as f', 'f.id', 'o.finding_id')
    .whereIn('s.subject_id', textSet(knex, subjectIds))
    .whereNull('o.withdrawn_at')
    .whereIn('f.state', ['open', 'stale'])
    .groupBy('s.subject_id', 's.digest', 'f.severity_rank')
    .select(
      's.subject_id',
      's.digest',
      'f.severity_rank',
      knex.countDistinct('f.id').as('total') as never,
    );
  const counts = new Map<string, SeverityCounts>();
  for (const row of rows) {
    const key = `${row.subject_id} ${row.digest}`;
    const own = counts.get(key) ?? noSeverityCounts();
    own[severityOfRank(row.severity_rank)] += asCount(row.total);
    counts.set(key, own);
  }
  return counts;
}
