import type {
  SourceReport,
  VulnerabilityFinding,
} from 'backstage-plugin-security-posture-node';
import type { ReportIntel } from '../model/reportIntel';
import { isCve, vulnerabilityId } from '../model/vulnerabilityId';
import { readDate } from './readDate';

/** A report, with its source and the time under which it is stored. */
export interface IntelReport {
  sourceId: string;
  /** When the tool made the report, never in the future. ISO 8601. */
  at: string;
  report: SourceReport;
}

/**
 * What reports say of the exploitation of CVEs. A finding that names no CVE, or
 * several, says nothing that could be told apart.
 */
export function intelOf(reports: IntelReport[]): ReportIntel[] {
  const intel = new Map<string, ReportIntel>();
  for (const { sourceId, at, report } of reports) {
    for (const finding of report.findings) {
      const said =
        finding.kind === 'vulnerability'
          ? intelOfFinding(finding, `report:${sourceId}`, at)
          : undefined;
      if (!said) continue;
      const known = intel.get(said.cve);
      intel.set(said.cve, known ? merged(known, said) : said);
    }
  }
  return [...intel.values()];
}

function intelOfFinding(
  finding: VulnerabilityFinding,
  source: string,
  reportAt: string,
): ReportIntel | undefined {
  const names = new Set(
    [finding.id, ...finding.aliases].map(vulnerabilityId).filter(isCve),
  );
  const [cve] = names;
  const { epss, epssPercentile, epssAt, knownExploited } = finding;
  if (names.size !== 1) return undefined;
  if (epss === undefined && knownExploited === undefined) return undefined;
  const scoredAt = readDate(epssAt) ?? reportAt;
  return {
    cve,
    source,
    ...(epss === undefined
      ? {}
      : {
          epss: {
            score: epss,
            percentile: epssPercentile,
            at: scoredAt < reportAt ? scoredAt : reportAt,
          },
        }),
    knownExploited,
    ...(knownExploited
      ? {
          kev: {
            addedAt: readDate(finding.kevAddedAt),
            dueAt: readDate(finding.kevDueAt),
            ransomware: finding.ransomware ?? false,
          },
        }
      : {}),
  };
}

/** The newer score; exploitation that either knows. */
function merged(a: ReportIntel, b: ReportIntel): ReportIntel {
  const isNewer = b.epss && (!a.epss || b.epss.at > a.epss.at);
  return {
    ...a,
    epss: isNewer ? b.epss : a.epss,
    knownExploited:
      a.knownExploited || b.knownExploited
        ? true
        : a.knownExploited ?? b.knownExploited,
    kev: a.kev ?? b.kev,
  };
}
