import type {
  Source,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import type { ReportQuery } from 'backstage-plugin-security-posture-common';
import { randomUUID } from 'node:crypto';
import { rankOfSeverity } from '../model/severityRank';
import { storedSubject, type StoredSubject } from '../model/subject';
import { subjectsOf, type ReportSubjects } from './subjectsOf';

/** One report of a body, as its source read it. */
export interface ParsedReport {
  source: Source;
  report: SourceReport;
}

/** What is alike for all reports of one body. */
export interface DeliveryFacts {
  query: ReportQuery;
  bodyHash: string;
  sender: string;
  receivedAt: Date;
}

/** A report ready to be stored. */
export interface PreparedReport extends ParsedReport, ReportSubjects {
  id: string;
  /** Its place within the body. */
  position: number;
  subject: StoredSubject;
  /** When it was made, at the latest when it was received. */
  at: string;
  branch?: string;
  commit?: string;
  /** What is less severe was left out; 0 if nothing was. */
  fromRank: number;
}

/** When the report was made, if that tells which of two is newer. */
export function orderedTime({
  generatedAt,
  isOrdered = true,
}: SourceReport): string | undefined {
  return isOrdered ? generatedAt : undefined;
}

export function prepareReports(
  parsed: ParsedReport[],
  { query, receivedAt }: DeliveryFacts,
): PreparedReport[] {
  const received = receivedAt.toISOString();
  return parsed.map(({ source, report }, position) => {
    const generatedAt = orderedTime(report);
    // A clock that runs ahead must not make a report the newest for ever.
    const at = generatedAt && generatedAt < received ? generatedAt : received;
    return {
      id: randomUUID(),
      position,
      source,
      report,
      subject: storedSubject(report.subject),
      at,
      fromRank: query.minSeverity ? rankOfSeverity(query.minSeverity) : 0,
      branch: query.branch ?? report.branch,
      commit: query.commit ?? report.commit,
      ...subjectsOf(report, at),
    };
  });
}
