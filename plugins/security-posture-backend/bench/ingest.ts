import { MappingIndex } from '../src/mapping/MappingIndex';
import { ReportIngestor, defaultDecodeLimits } from '../src/ingest';
import { defaultDeadlineRules } from '../src/model/deadline';
import { builtInSources } from '../src/sources/registry';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { engines } from './ingest/engines';
import { Floor } from './ingest/floor';
import { fillTo } from './ingest/library';
import { scanOf } from './ingest/report';

/**
 * What taking in a report costs, as ratios to floors that are measured in the
 * same run: `npm run bench -- ingest [VULNERABILITIES] [FINDINGS IN THE DATABASE] [ENGINE]`,
 * of which the engine is `SQLite` or `PostgreSQL`, both if it is left out.
 */
const [vulnerabilities = 2000, findings = 2_000_000] = process.argv
  .slice(2, 4)
  .map(Number);
const [, , , , only = ''] = process.argv;

const ROUNDS = 7;
const print = (text: string) => process.stdout.write(text);

const median = (times: number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function ingestorFor(knex: Knex): ReportIngestor {
  const index = MappingIndex.of([]);
  const silent = () => {};
  const logger = { debug: silent, info: silent, warn: silent, error: silent };
  return ReportIngestor.create({
    knex,
    sources: builtInSources,
    catalog: { get: async () => index, reload: async () => index },
    limits: defaultDecodeLimits,
    rules: { deadlines: defaultDeadlineRules },
    logger: { ...logger, child: () => logger } as never,
  });
}

const stages = new Set(['build', 'deploy', 'runtime'] as const);

async function measure(name: string, knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: join('plugins', 'security-posture-backend', 'migrations'),
  });
  const ingestor = ingestorFor(knex);
  const send = (body: Buffer) =>
    ingestor.ingest({ body, query: {}, sender: 'bench', stages });
  const folder = mkdtempSync(join(tmpdir(), 'security-posture-bench-'));
  const file = join(folder, 'report.json');

  // Once, to warm up and to know the rows that a report makes.
  const image = 'registry.example/bench/warm-up';
  await send(scanOf({ image, vulnerabilities, at: '2026-11-01T00:00:00Z' }));
  const floor = await Floor.of(knex);
  const floors: number[] = [];
  const firsts: number[] = [];
  const agains: number[] = [];
  const hashes: number[] = [];
  const partial: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = `registry.example/bench/round-${round}`;
    const body = scanOf({
      image: own,
      vulnerabilities,
      at: '2026-11-01T00:00:00Z',
    });
    bytes = body.length;
    floors.push(await floor.time(body));
    firsts.push(await timed(() => send(body)));
    writeFileSync(file, body);
    hashes.push(
      await timed(() =>
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ),
    );
    agains.push(await timed(() => send(readFileSync(file))));
    const next = scanOf({
      image: own,
      vulnerabilities,
      at: '2026-11-02T00:00:00Z',
      changed: 0.01,
    });
    partial.push(await timed(() => send(next)));
  }
  rmSync(folder, { recursive: true, force: true });

  const first = median(firsts);
  const row = (label: string, time: number, ratio: number, goal: number) =>
    print(
      `${label.padEnd(46)}${time.toFixed(1).padStart(9)} ms  ${ratio
        .toFixed(2)
        .padStart(6)}x  goal ${goal.toFixed(1)}x\n`,
    );
  print(
    `\n${name}: ${vulnerabilities} vulnerabilities, ${(
      bytes / 1_000_000
    ).toFixed(1)} MB, ${floor.rowCount()} rows\n`,
  );
  print(
    `${'floor: JSON.parse and as many rows'.padEnd(46)}${median(floors)
      .toFixed(1)
      .padStart(9)} ms\n`,
  );
  row('first import, to the floor', first, first / median(floors), 2);
  row(
    'identical again, to reading and hashing it',
    median(agains),
    median(agains) / median(hashes),
    1.1,
  );
  row(
    '1 % changed, to the first import',
    median(partial),
    median(partial) / first,
    0.3,
  );

  if (findings > 0) {
    await fillTo(knex, findings, filled => {
      if (filled % 200_000 === 0) print(`\rfilled to ${filled} findings`);
    });
    // What a server does by itself in between reports, after such a load.
    if (knex.client.config.client === 'pg') await knex.raw('vacuum analyze');
    const late: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const own = `registry.example/late/round-${round}`;
      const body = scanOf({
        image: own,
        vulnerabilities,
        at: '2026-11-01T00:00:00Z',
      });
      late.push(await timed(() => send(body)));
    }
    print('\r');
    row(
      `first import at ${findings} findings, to an empty one`,
      median(late),
      median(late) / first,
      1.3,
    );
  }
}

async function main() {
  for await (const engine of engines()) {
    try {
      if (engine.name.startsWith(only)) {
        await measure(engine.name, engine.knex);
      }
    } finally {
      await engine.end();
    }
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
