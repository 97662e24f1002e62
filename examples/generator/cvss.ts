const WEIGHTS: Record<string, Record<string, number>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};

/** The base score of a CVSS 3 vector, after the equations of the standard. */
export function baseScore(vector: string): number {
  const metrics = new Map(
    vector
      .split('/')
      .slice(1)
      .map(part => part.split(':') as [string, string]),
  );
  const weight = (name: string) => WEIGHTS[name][metrics.get(name) ?? ''];
  const changed = metrics.get('S') === 'C';
  const privileges = changed
    ? { N: 0.85, L: 0.68, H: 0.5 }[metrics.get('PR') as 'N' | 'L' | 'H']
    : weight('PR');
  const base = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'));
  const impact = changed
    ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15
    : 6.42 * base;
  if (impact <= 0) return 0;
  const exploitability =
    8.22 * weight('AV') * weight('AC') * privileges * weight('UI');
  const sum = (changed ? 1.08 : 1) * (impact + exploitability);
  return roundUp(Math.min(sum, 10));
}

function roundUp(value: number): number {
  const scaled = Math.round(value * 100_000);
  return scaled % 10_000 === 0
    ? scaled / 100_000
    : (Math.floor(scaled / 10_000) + 1) / 10;
}
