import type {
  FindingKind,
  Severity,
} from 'backstage-plugin-security-posture-common';
import { answerOfTable, type TableFacts } from './bod2604';
import { deadlineSeverities, type DeadlineRules } from './rules';

/** What decides by when a finding is to be mended. */
export interface DeadlineFacts {
  kind: FindingKind;
  severity: Severity;
  /** Undefined: no source that would know was read. */
  knownExploited: boolean | undefined;
  /** Reachable from the internet. Undefined: unknown. */
  exposed: boolean | undefined;
  /** Undefined: no CVSS vector. */
  automatable: boolean | undefined;
  /** Undefined: no CVSS vector. */
  totalImpact: boolean | undefined;
  /** When the clock started, ISO 8601. Undefined: it did not yet. */
  startedAt: string | undefined;
}

export interface Deadline {
  /** ISO 8601; absent if nothing is due. */
  dueAt?: string;
  /** A stable name that says why: `severity:high:30d`. */
  rule: string;
  days?: number;
  /** The directive wants signs of an attack looked for, too. */
  forensics?: boolean;
}

/**
 * By when a finding is to be mended, and by which rule.
 *
 * Vulnerabilities of which known exploitation was looked up follow the table of
 * BOD 26-04, everything else its severity. What is unknown never relaxes a
 * deadline: unknown exposure counts as exposed, an unknown way of attack as
 * automatable with total impact if the severity is critical. The rule then says
 * `estimated`.
 */
export function deadlineOf(
  facts: DeadlineFacts,
  rules: DeadlineRules,
): Deadline {
  if (!rules.kinds[facts.kind]) return { rule: `${facts.kind}:off` };
  const { knownExploited } = facts;
  return facts.kind === 'vulnerability' &&
    knownExploited !== undefined &&
    rules.table === 'bod-26-04'
    ? byTable(facts, knownExploited)
    : bySeverity(facts, rules);
}

function byTable(facts: DeadlineFacts, knownExploited: boolean): Deadline {
  const critical = facts.severity === 'critical';
  const known: TableFacts = {
    knownExploited,
    exposed: facts.exposed ?? true,
    automatable: facts.automatable ?? critical,
    totalImpact: facts.totalImpact ?? critical,
  };
  const isEstimate = [
    facts.exposed,
    facts.automatable,
    facts.totalImpact,
  ].includes(undefined);
  const { days, forensics } = answerOfTable(known);
  const names = [
    known.knownExploited && 'kev',
    known.exposed && 'exposed',
    known.automatable && 'automatable',
    known.totalImpact && 'total',
  ].filter(name => name !== false);
  const rule = [
    'bod-26-04',
    names.join('+') || 'none',
    days === undefined ? 'next-upgrade' : `${days}d`,
    ...(isEstimate ? ['estimated'] : []),
  ].join(':');
  return { ...within(days, rule, facts), ...(forensics ? { forensics } : {}) };
}

function bySeverity(facts: DeadlineFacts, { days }: DeadlineRules): Deadline {
  const severity = deadlineSeverities.find(name => name === facts.severity);
  return severity === undefined
    ? { rule: `severity:${facts.severity}:none` }
    : within(days[severity], `severity:${severity}:${days[severity]}d`, facts);
}

function within(
  days: number | undefined,
  rule: string,
  { startedAt }: DeadlineFacts,
): Deadline {
  if (days === undefined) return { rule };
  if (startedAt === undefined) return { rule: `${rule}:no-fix`, days };
  const due = new Date(Date.parse(startedAt) + days * 24 * 3_600_000);
  return { dueAt: due.toISOString(), rule, days };
}
