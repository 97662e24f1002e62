import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson, readReports } from './readReports';

/** A file, and how often it is repeated to be a large report. */
export interface Sample {
  sourceId: string;
  file: string;
  copies: number;
}

/** What the goal speaks of. */
const LARGE = 1_000_000;

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** The largest JSON file of each format, from the examples and the corpus. */
export function findSamples(): Sample[] {
  const folders = ['examples/reports'];
  if (process.env.REPORT_CORPUS) {
    folders.push(join(process.env.REPORT_CORPUS, 'fixtures'));
  }
  const largest = new Map<string, { file: string; bytes: number }>();
  for (const file of folders.flatMap(filesIn)) {
    if (/\.(yaml|md|csv|txt)$/.test(file)) continue;
    const body = readFileSync(file);
    try {
      const { sourceId } = readReports(body);
      parseJson(body);
      if ((largest.get(sourceId)?.bytes ?? 0) < body.length) {
        largest.set(sourceId, { file, bytes: body.length });
      }
    } catch {
      // Not a report, or not JSON: nothing to compare.
    }
  }
  return [...largest].sort().map(([sourceId, { file, bytes }]) => ({
    sourceId,
    file,
    copies: Math.ceil(LARGE / bytes),
  }));
}

/**
 * The bytes of a sample: lines of NDJSON, elements of a list or else the whole
 * document, over and over.
 */
export function bodyOf({ file, copies }: Omit<Sample, 'sourceId'>): Buffer {
  const body = readFileSync(file);
  if (copies === 1) return body;
  const text = body.toString('utf8').trim();
  const repeat = (part: string, separator: string) =>
    Array<string>(copies).fill(part).join(separator);
  const value = valueOf(text);
  if (value === undefined) return Buffer.from(repeat(text, '\n'));
  const elements = Array.isArray(value) ? text.slice(1, -1) : text;
  return Buffer.from(`[${repeat(elements, ',')}]`);
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
