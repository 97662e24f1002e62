/** What a CVSS vector tells of how an attack goes. */
export interface Exploitability {
  /** Attackable over the network without obstacle, account or victim: a worm could. */
  automatable: boolean;
  /** The attacker learns and changes everything. */
  totalImpact: boolean;
}

type Metrics = ReadonlyMap<string, string>;

const MAX_LENGTH = 500;

/**
 * Estimates two decision points of SSVC from a CVSS vector. An approximation:
 * only people know for certain.
 *
 * - automatable: `AV:N`, `AC:L`, `PR:N`, `UI:N`; in version 4 `AT:N` as well, or
 *   what the vector itself says in `AU`; in version 2 `AV:N`, `AC:L`, `Au:N`
 * - total impact: `C:H` and `I:H`; `VC:H` and `VI:H` in version 4; `C:C` and
 *   `I:C` in version 2
 *
 * @returns undefined if the text is no vector, or lacks one of these metrics
 */
export function exploitabilityOf(vector: string): Exploitability | undefined {
  return judgementOf(vector)?.exploitability;
}

/**
 * The same of all vectors that are known of a vulnerability: those of the newest
 * version of CVSS count, and of these the worst.
 */
export function worstExploitability(
  vectors: Iterable<string | undefined>,
): Exploitability | undefined {
  let worst: Judgement | undefined;
  for (const vector of vectors) {
    const judged = vector ? judgementOf(vector) : undefined;
    if (!judged) continue;
    if (!worst || judged.version > worst.version) worst = judged;
    else if (judged.version === worst.version) worst = worseOf(worst, judged);
  }
  return worst?.exploitability;
}

type Needs = Record<keyof Exploitability, Record<string, string>>;

const needsOf: Record<2 | 3 | 4, Needs> = {
  2: {
    automatable: { AV: 'N', AC: 'L', AU: 'N' },
    totalImpact: { C: 'C', I: 'C' },
  },
  3: {
    automatable: { AV: 'N', AC: 'L', PR: 'N', UI: 'N' },
    totalImpact: { C: 'H', I: 'H' },
  },
  4: {
    automatable: { AV: 'N', AC: 'L', AT: 'N', PR: 'N', UI: 'N' },
    totalImpact: { VC: 'H', VI: 'H' },
  },
};

interface Judgement {
  version: number;
  exploitability: Exploitability;
}

function worseOf(a: Judgement, b: Judgement): Judgement {
  const [one, other] = [a.exploitability, b.exploitability];
  return {
    version: a.version,
    exploitability: {
      automatable: one.automatable || other.automatable,
      totalImpact: one.totalImpact || other.totalImpact,
    },
  };
}

// Reports of thousands of vulnerabilities have a few dozen vectors.
const MAX_REMEMBERED = 5_000;
const remembered = new Map<string, Judgement | undefined>();

function judgementOf(vector: string): Judgement | undefined {
  if (vector.length > MAX_LENGTH) return undefined;
  if (remembered.has(vector)) return remembered.get(vector);
  const judgement = judgeVector(vector);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(vector, judgement);
  return judgement;
}

function judgeVector(vector: string): Judgement | undefined {
  const metrics = metricsOf(vector);
  const version = versionOf(metrics);
  if (version === undefined) return undefined;
  const exploitability = judge(metrics, needsOf[version]);
  return exploitability && { version, exploitability };
}

/** Names and values in upper case; version 2 may stand in parentheses. */
function metricsOf(vector: string): Metrics {
  const metrics = new Map<string, string>();
  const text = vector.trim().replace(/^\(|\)$/g, '');
  for (const part of text.toUpperCase().split('/')) {
    const [name, value] = part.split(':');
    if (value && !metrics.has(name)) metrics.set(name, value);
  }
  return metrics;
}

/** By its metrics: many tools leave out the prefix. */
function versionOf(metrics: Metrics): 2 | 3 | 4 | undefined {
  if (metrics.has('VC')) return 4;
  if (metrics.has('PR')) return 3;
  return metrics.has('AU') ? 2 : undefined;
}

function judge(metrics: Metrics, needs: Needs): Exploitability | undefined {
  const needed = [needs.automatable, needs.totalImpact];
  if (!needed.every(part => Object.keys(part).every(key => metrics.has(key)))) {
    return undefined;
  }
  const holds = (part: Record<string, string>) =>
    Object.entries(part).every(([key, value]) => metrics.get(key) === value);
  const automatable = statedAutomatable(metrics) ?? holds(needs.automatable);
  return { automatable, totalImpact: holds(needs.totalImpact) };
}

/** `AU` of version 4; in version 2 it is the authentication. */
function statedAutomatable(metrics: Metrics): boolean | undefined {
  if (!metrics.has('VC')) return undefined;
  const stated = metrics.get('AU');
  return stated === 'Y' || stated === 'N' ? stated === 'Y' : undefined;
}
