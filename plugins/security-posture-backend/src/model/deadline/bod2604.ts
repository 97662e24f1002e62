/** What the table asks of a vulnerability. */
export interface TableFacts {
  /** In the catalogue of known exploited vulnerabilities. */
  knownExploited: boolean;
  /** What has it can be reached from the internet. */
  exposed: boolean;
  automatable: boolean;
  totalImpact: boolean;
}

/** What the table answers; without days: with the next upgrade. */
export interface TableAnswer {
  days?: number;
  /** Look for signs of an attack as well. */
  forensics?: boolean;
}

const nextUpgrade: TableAnswer = {};
const inDays = (days: number): TableAnswer => ({ days });
const atOnce: TableAnswer = { days: 3, forensics: true };

/**
 * Known exploited, exposed, automatable (y or n each), then the answers for
 * partial and for total impact.
 */
const rows: ReadonlyMap<string, readonly [TableAnswer, TableAnswer]> = new Map([
  ['nnn', [nextUpgrade, nextUpgrade]],
  ['nny', [inDays(60), inDays(60)]],
  ['nyn', [inDays(60), inDays(14)]],
  ['nyy', [inDays(14), inDays(3)]],
  ['ynn', [inDays(14), inDays(14)]],
  ['yny', [inDays(14), atOnce]],
  ['yyn', [inDays(14), atOnce]],
  ['yyy', [inDays(3), atOnce]],
]);

/**
 * The table of CISA's Binding Operational Directive 26-04, as CERT/CC publishes
 * it for SSVC (cisa_bod_26_04 1.0.0).
 */
export function answerOfTable(facts: TableFacts): TableAnswer {
  const key = [facts.knownExploited, facts.exposed, facts.automatable]
    .map(fact => (fact ? 'y' : 'n'))
    .join('');
  const [partial, total] = rows.get(key) ?? [nextUpgrade, nextUpgrade];
  return facts.totalImpact ? total : partial;
}
