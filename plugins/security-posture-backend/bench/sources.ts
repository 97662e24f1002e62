import { spawnSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { measure, type Measurement } from './reading/measure';
import { bodyOf, findSamples, type Sample } from './reading/samples';

/** Ratio to JSON.parse of the same bytes, and peak memory as a multiple of the body. */
const goal = { ratio: 1.5, memory: 8 };

const [, script, file, copies] = process.argv;

/** Runs this file again for one sample, so that none meets another's heap. */
function measureApart(sample: Sample): Measurement {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', script, sample.file, String(sample.copies)],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${sample.file} could not be measured`);
  return JSON.parse(stdout);
}

function row(cells: [text: string, width: number][]): string {
  return cells
    .map(([text, width]) =>
      width < 0 ? text.padEnd(-width) : text.padStart(width),
    )
    .join('');
}

function compareAll(): void {
  process.stdout.write(
    `decode + validate + normalise + fingerprint, to JSON.parse of the same bytes\n${row(
      [
        ['source', -16],
        ['MB', 7],
        ['MB/s', 7],
        ['ratio', 7],
        ['memory', 8],
        ['  file', 0],
      ],
    )}\n`,
  );
  const misses: string[] = [];
  for (const sample of findSamples()) {
    const { megabytes, speed, ratio, memory } = measureApart(sample);
    if (ratio > goal.ratio || memory > goal.memory) {
      misses.push(
        `${sample.sourceId} (${ratio.toFixed(2)}, ${memory.toFixed(1)}x)`,
      );
    }
    const name = `${basename(dirname(sample.file))}/${basename(sample.file)}`;
    const times = sample.copies > 1 ? ` x${sample.copies}` : '';
    process.stdout.write(
      `${row([
        [sample.sourceId, -16],
        [megabytes.toFixed(2), 7],
        [speed.toFixed(0), 7],
        [ratio.toFixed(2), 7],
        [`${memory.toFixed(1)}x`, 8],
        [`  ${name}${times}`, 0],
      ])}\n`,
    );
  }
  process.stdout.write(
    misses.length === 0
      ? `All are at or below ${goal.ratio} and ${goal.memory}x.\n`
      : `Above ${goal.ratio} or ${goal.memory}x: ${misses.join(', ')}\n`,
  );
}

if (file) {
  const body = bodyOf({ file, copies: Number(copies) });
  process.stdout.write(JSON.stringify(measure(body)));
} else {
  compareAll();
}
