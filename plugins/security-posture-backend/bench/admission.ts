import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digest, fillComponents } from './admission/fill';
import { startPortal, token } from './admission/portal';
import { onPostgres } from './ingest/engines';
import { lineName } from './ingest/library';

/**
 * How long the admission webhook takes over HTTP at a steady rate, and how that
 * grows with the database:
 * `npm run bench -- admission [FINDINGS] [REQUESTS A SECOND] [SECONDS]`.
 *
 * The API server is a process of its own. Times count from when a request was
 * due, so that one that had to wait for another is not taken for a fast one.
 */
const [findings = 1_000_000, rate = 100, seconds = 30] = process.argv
  .slice(2)
  .map(Number);

const FEW = 10_000;
const WARM_UP_SECONDS = 10;
const print = (text: string) => process.stdout.write(text);
const run = promisify(execFile);

interface Times {
  p50: number;
  p99: number;
  max: number;
}

const load = join(
  'plugins',
  'security-posture-backend',
  'bench',
  'admission',
  'load.mjs',
);

async function measure(wanted: number): Promise<Times> {
  const engine = await onPostgres();
  if (!engine) throw new Error('PostgreSQL is needed: no server answers');
  const { knex } = engine;
  try {
    await knex.migrate.latest({
      directory: join('plugins', 'security-posture-backend', 'migrations'),
    });
    const components = await fillComponents(knex, wanted, filled => {
      if (filled % 100_000 === 0) print(`\rfilled to ${filled} findings`);
    });
    await knex.raw('vacuum analyze');
    const portal = await startPortal(knex, components);
    const ask = async (duration: number): Promise<number[]> => {
      const { stdout } = await run(
        process.execPath,
        [
          load,
          ...[
            portal.port,
            token,
            digest,
            lineName(''),
            components,
            rate,
            duration,
          ].map(String),
        ],
        { maxBuffer: 64 * 1024 * 1024 },
      );
      return JSON.parse(stdout);
    };
    await ask(WARM_UP_SECONDS);
    const times = (await ask(seconds)).sort((a, b) => a - b);
    await portal.stop();
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))];
    return { p50: at(0.5), p99: at(0.99), max: at(1) };
  } finally {
    await engine.end();
  }
}

async function main() {
  const few = await measure(FEW);
  const many = await measure(findings);
  print('\r');
  for (const [name, { p50, p99, max }] of [
    [`${FEW} findings`, few],
    [`${findings} findings`, many],
  ] as const) {
    print(
      `${name.padEnd(20)} at ${rate}/s: p50 ${p50.toFixed(
        1,
      )} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms\n`,
    );
  }
  print(
    `p99 at ${findings} to p99 at ${FEW} findings: ${(
      many.p99 / few.p99
    ).toFixed(2)}x  goal 1.5x; p99 goal 25 ms\n`,
  );
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exit(1);
  },
);
