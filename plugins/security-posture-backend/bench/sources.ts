import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../src/ingest/decode';
import { recognise } from '../src/ingest/recognise';
import { builtInSources } from '../src/sources/registry';

const ROUNDS = 15;
const receivedAt = new Date('2026-11-23T12:00:00.000Z');

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function time(run: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return median(times);
}

function read(bytes: Buffer) {
  const { documents } = decodeBody(bytes, {
    isDocument: value => builtInSources.some(source => source.recognise(value)),
  });
  const { recognised } = recognise(builtInSources, documents);
  for (const { source, documents: own } of recognised) {
    source.parse(own, { receivedAt });
  }
  return recognised[0].source.id;
}

/** JSON.parse of the same bytes; NDJSON line by line, YAML not at all. */
function parseJson(bytes: Buffer): void {
  const text = bytes.toString('utf8');
  try {
    JSON.parse(text);
  } catch {
    for (const line of text.split('\n')) if (line.trim()) JSON.parse(line);
  }
}

/** The largest JSON file of each format, and what reading it whole costs. */
function measure(): void {
  const folders = ['examples/reports'];
  if (process.env.REPORT_CORPUS) {
    folders.push(join(process.env.REPORT_CORPUS, 'fixtures'));
  }
  const largest = new Map<string, { file: string; bytes: Buffer }>();
  for (const file of folders.flatMap(filesIn)) {
    if (/\.(yaml|md|csv|txt)$/.test(file)) continue;
    const bytes = readFileSync(file);
    try {
      const id = read(bytes);
      parseJson(bytes);
      if ((largest.get(id)?.bytes.length ?? 0) < bytes.length) {
        largest.set(id, { file, bytes });
      }
    } catch {
      // Not a report, or not JSON: nothing to compare.
    }
  }
  const lines = [...largest].sort().map(([id, { file, bytes }]) => {
    const whole = time(() => void read(bytes));
    const json = time(() => parseJson(bytes));
    const megabytes = bytes.length / 1_000_000;
    return [
      id.padEnd(16),
      megabytes.toFixed(2).padStart(7),
      (megabytes / (whole / 1000)).toFixed(0).padStart(6),
      (whole / json).toFixed(2).padStart(7),
      `  ${file.split('/').slice(-2).join('/')}`,
    ].join('');
  });
  process.stdout.write(
    `${'source'.padEnd(
      16,
    )}     MB  MB/s  ratio  (decode + recognise + parse, to JSON.parse)\n`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}

measure();
