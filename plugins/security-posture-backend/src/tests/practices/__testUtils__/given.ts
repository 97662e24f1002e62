import type {
  CheckResult,
  ReportQuery,
} from 'backstage-plugin-security-posture-common';
import type { PolicyRules } from '../../../model/policyRules';

/** A body that is sent, and the query beside it. */
export type Sent =
  /** A file of the corpus of other people's reports. */
  | string
  | { file: string; query?: ReportQuery }
  /** A file of this repository, from `examples/reports` or the folder of sources. */
  | { own: string; query?: ReportQuery }
  /** A document of the test itself. */
  | { body: object | string; query?: ReportQuery };

/** What is known when a check is judged. */
export interface Given {
  /** In the order in which it is sent. */
  send: Sent[];
  policy?: Partial<PolicyRules>;
  /** What the catalog says of the component. */
  component?: {
    type?: string;
    tags?: string[];
    owner?: string;
    sourceLocation?: string;
  };
  /** A catalogue of known exploited vulnerabilities, from the corpus. */
  kev?: string;
  /** When it is judged, in days after the newest report; 0 by default. */
  daysLater?: number;
  /** What the summary of the check says. */
  says?: RegExp;
}

/** Files of the corpus with nothing else, or with what is different. */
export type Case = string | Sent[] | Given;

/** For each check, what leads to each result. */
export type Cases = Record<string, Partial<Record<CheckResult, Case>>>;

export function givenOf(what: Case): Given {
  if (typeof what === 'string') return { send: [what] };
  return Array.isArray(what) ? { send: what } : what;
}

/** Whether all that is sent was written by tools of other people. */
export function isReal({ send }: Given): boolean {
  return send.every(sent => typeof sent === 'string' || 'file' in sent);
}

/** The names of what is sent, for the title of a test. */
export function namesOf({ send }: Given): string {
  return send
    .map(sent => {
      if (typeof sent === 'string') return sent;
      if ('file' in sent) return sent.file;
      return 'own' in sent ? sent.own : 'a document of the test';
    })
    .join(' + ');
}
