import { plainText } from 'backstage-plugin-security-posture-node';
import { isCve } from '../model/vulnerabilityId';
import type { EpssScores } from '../store/operations/saveEpss';
import { linesOf } from './linesOf';
import type { FeedBytes } from './openFeed';
import { readDate } from './readDate';

type Score = EpssScores['scores'][number];

/** Scores that are held and written at once; SQLite keeps the process busy meanwhile. */
const BATCH = 5_000;

/** Ten times the CVEs that there are. */
const MAX_SCORES = 4_000_000;

/** What was read of a file of EPSS scores. */
export interface EpssSummary {
  version?: string;
  /** The day of the scores, ISO 8601. */
  dataAt: string;
  total: number;
  /** Rows that could not be read. */
  skipped: number;
}

/**
 * Reads the CSV of FIRST's EPSS scores and hands them on in batches, so that a
 * file of any length takes the same memory. The first line names the model and
 * the day, the second the columns.
 */
export async function readEpss(
  bytes: FeedBytes,
  save: (scores: Score[], dataAt: string) => Promise<void>,
): Promise<EpssSummary> {
  const lines = linesOf(bytes);
  const { version, dataAt } = readModel((await lines.next()).value);
  const read = scoreReader((await lines.next()).value);
  let batch = new Map<string, Score>();
  let total = 0;
  let skipped = 0;
  const flush = async () => {
    if (batch.size > 0) await save([...batch.values()], dataAt);
    batch = new Map();
  };
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const score = read(line);
    if (!score) {
      skipped += 1;
      continue;
    }
    total += 1;
    if (total > MAX_SCORES) {
      throw new Error(`The EPSS file has more than ${MAX_SCORES} scores`);
    }
    batch.set(score.cve, score);
    if (batch.size >= BATCH) await flush();
  }
  await flush();
  if (total === 0) throw new Error('The EPSS file has no score');
  return { version, dataAt, total, skipped };
}

/** `#model_version:v2025.03.14,score_date:2026-09-29T12:00:22Z` */
function readModel(line: string | void) {
  const text = line?.replace(/^\uFEFF/, '') ?? '';
  const dataAt = readDate(/[#,]\s*score_date:([^,\s]+)/.exec(text)?.[1]);
  if (!dataAt) {
    throw new Error(
      'Not a file of EPSS scores: expected "#model_version:…,score_date:…" in line 1',
    );
  }
  const version = /#\s*model_version:([^,\s]+)/.exec(text)?.[1];
  return { version: version && plainText(version, 100), dataAt };
}

function scoreReader(header: string | void) {
  const columns = (header ?? '').split(',').map(name => name.trim());
  const [cveAt, epssAt, percentileAt] = ['cve', 'epss', 'percentile'].map(
    name => columns.indexOf(name),
  );
  if (cveAt < 0 || epssAt < 0) {
    throw new Error(
      'Not a file of EPSS scores: expected the columns cve and epss in line 2',
    );
  }
  return (line: string): Score | undefined => {
    const cells = line.split(',');
    const cve = cells[cveAt]?.trim() ?? '';
    const epss = probability(cells[epssAt]);
    return isCve(cve) && epss !== undefined
      ? { cve, epss, percentile: probability(cells[percentileAt]) }
      : undefined;
  };
}

function probability(cell: string | undefined): number | undefined {
  const value = cell?.trim() ? Number(cell) : Number.NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}
