import { parseJson, readReports } from './readReports';

const ROUNDS = 21;

export interface Measurement {
  megabytes: number;
  /** Of reading the body, per second of processor time. */
  speed: number;
  /** Of reading the body to JSON.parse of the same bytes. */
  ratio: number;
  /** Peak memory as a multiple of the body. */
  memory: number;
}

/**
 * Measures one body, in a process of its own. Memory comes first: it is how far
 * the peak of resident memory rises over where it was with the body at hand and
 * the heap collected, so garbage that V8 has not yet collected counts as well.
 * Time is processor time, threads that collect garbage included, because what
 * else the machine does is no matter of ours. Both sides take turns, so that
 * both meet the same caches, and the median of the rounds' ratios counts.
 */
export function measure(body: Buffer): Measurement {
  globalThis.gc?.();
  const before = peak();
  readReports(body);
  const memory = (peak() - before) / body.length;

  const whole: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = time(() => readReports(body));
    whole.push(own);
    ratios.push(own / time(() => parseJson(body)));
  }
  const megabytes = body.length / 1_000_000;
  return {
    megabytes,
    speed: megabytes / (median(whole) / 1000),
    ratio: median(ratios),
    memory,
  };
}

function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** Milliseconds of processor time. */
function time(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
