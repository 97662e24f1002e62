/** Weights of CVSS 3.1, section 7.4; privileges weigh by the scope too. */
const weights = new Map([
  ['AV:N', 0.85],
  ['AV:A', 0.62],
  ['AV:L', 0.55],
  ['AV:P', 0.2],
  ['AC:L', 0.77],
  ['AC:H', 0.44],
  ['PR:N/S:U', 0.85],
  ['PR:L/S:U', 0.62],
  ['PR:H/S:U', 0.27],
  ['PR:N/S:C', 0.85],
  ['PR:L/S:C', 0.68],
  ['PR:H/S:C', 0.5],
  ['UI:N', 0.85],
  ['UI:R', 0.62],
]);

const impactWeights = new Map([
  ['H', 0.56],
  ['L', 0.22],
  ['N', 0],
]);

/**
 * The base score of a CVSS 3.x vector (section 7.1).
 *
 * @returns undefined for a vector that is incomplete or of another version
 */
export function baseScoreOf(vector: string): number | undefined {
  if (!/^CVSS:3\.[01]\//.test(vector)) return undefined;
  const metrics = new Map<string, string>();
  for (const part of vector.split('/', 40)) {
    metrics.set(part.slice(0, part.indexOf(':')), part);
  }
  const scope = metrics.get('S');
  const weight = (key: string) => weights.get(key) ?? NaN;
  const loss = (metric: string) => {
    const value = metrics.get(metric)?.slice(metric.length + 1) ?? '';
    return 1 - (impactWeights.get(value) ?? NaN);
  };
  const base = 1 - loss('C') * loss('I') * loss('A');
  const exploitability =
    8.22 *
    weight(`${metrics.get('AV')}`) *
    weight(`${metrics.get('AC')}`) *
    weight(`${metrics.get('PR')}/${scope}`) *
    weight(`${metrics.get('UI')}`);
  const impact =
    scope === 'S:U'
      ? 6.42 * base
      : 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15;
  const sum = (scope === 'S:U' ? 1 : 1.08) * (impact + exploitability);
  if (Number.isNaN(sum)) return undefined;
  return impact <= 0 ? 0 : roundUp(Math.min(sum, 10));
}

/** One decimal, upwards, without the noise of binary fractions (appendix A). */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0
    ? whole / 100_000
    : (Math.floor(whole / 10_000) + 1) / 10;
}
