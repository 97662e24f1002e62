import type { SourceFinding } from 'backstage-plugin-security-posture-node';
import { packageKey } from './packageKey';
import {
  isCve,
  namesOneVulnerability,
  vulnerabilityId,
} from './vulnerabilityId';

/** What an asserter says that one id is also called; no ids: nothing else. */
export interface AliasStatement {
  /** A source and the ecosystem that it speaks of: `grype/npm`. */
  asserter: string;
  from: string;
  to: string[];
}

/** No vulnerability has as many names; such a list holds something else. */
const MAX_ALIASES = 50;

/**
 * What the vulnerabilities of a report say about other names of themselves, one
 * statement for each asserter and id.
 *
 * A source asserts separately for each ecosystem, since it looks each up in
 * another database: that Debian knows no GHSA for a CVE does not take back that
 * npm does.
 */
export function assertionsOf(
  findings: SourceFinding[],
  source: string,
): AliasStatement[] {
  const statements = new Map<
    string,
    { asserter: string; from: string; to: Set<string> }
  >();
  for (const finding of findings) {
    if (finding.kind !== 'vulnerability') continue;
    const from = vulnerabilityId(finding.id);
    if (!namesOneVulnerability(from)) continue;
    if (finding.aliases.length > MAX_ALIASES) continue;
    const asserter = asserterOf(source, finding.package);
    const key = `${asserter} ${from}`;
    const statement = statements.get(key) ?? {
      asserter,
      from,
      to: new Set<string>(),
    };
    statements.set(key, statement);
    for (const alias of finding.aliases) {
      const to = vulnerabilityId(alias);
      const both = isCve(from) && isCve(to);
      if (to !== from && !both && namesOneVulnerability(to)) {
        statement.to.add(to);
      }
    }
  }
  return [...statements.values()]
    .filter(({ to }) => to.size <= MAX_ALIASES)
    .map(({ asserter, from, to }) => ({ asserter, from, to: [...to].sort() }));
}

function asserterOf(
  source: string,
  pkg: Parameters<typeof packageKey>[0],
): string {
  const key = packageKey(pkg);
  const ecosystem = key.slice(0, key.indexOf('/'));
  return /^[a-z0-9.+-]{1,30}$/.test(ecosystem)
    ? `${source}/${ecosystem}`
    : source;
}
