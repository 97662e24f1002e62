import {
  severities,
  type Severity,
} from 'backstage-plugin-security-posture-common';

export const dueFacts = ['kev', 'exposed', 'automatable', 'total'] as const;

export type DueFact = (typeof dueFacts)[number];

/** What decided by when a finding is to be mended. */
export interface DueRule {
  /** Either what the table of BOD 26-04 was asked, or the severity. */
  by: { facts: DueFact[] } | { severity: Severity };
  /** Absent: the rule gives no deadline. */
  days?: number;
  /** Some of what the table was asked is not known. */
  estimated: boolean;
  /** The clock has not started: there is no fix yet. */
  waitsForFix: boolean;
}

/**
 * Reads the backend's name of a rule: `severity:high:30d`,
 * `bod-26-04:kev+exposed:3d:estimated`, `severity:info:none`. Undefined if it is
 * of another form.
 */
export function readDueRule(name: string): DueRule | undefined {
  const [table, what = '', term = '', ...rest] = name.split(':');
  const by = readBasis(table, what);
  const days = /^([\d.]+)d$/.exec(term)?.[1];
  if (!by || (!days && term !== 'none' && term !== 'next-upgrade')) {
    return undefined;
  }
  return {
    by,
    days: days ? Number(days) : undefined,
    estimated: rest.includes('estimated'),
    waitsForFix: rest.includes('no-fix'),
  };
}

function readBasis(table: string, what: string): DueRule['by'] | undefined {
  if (table === 'bod-26-04') {
    const named = what.split('+');
    return { facts: dueFacts.filter(fact => named.includes(fact)) };
  }
  const severity = severities.find(known => known === what);
  return table === 'severity' && severity ? { severity } : undefined;
}
