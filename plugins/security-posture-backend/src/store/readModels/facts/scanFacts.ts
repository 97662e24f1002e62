import {
  findingKinds,
  type FindingKind,
} from 'backstage-plugin-security-posture-common';
import type { ScanFacts } from '../../../model/facts';
import { isoTime, isTrue, type DbTime } from '../../rows';

/** A row of `scopes`, as far as it tells that somebody looked. */
export interface ScanColumns {
  kind: string;
  source: string;
  tool_name: string;
  of_build: unknown;
  last_report_at: DbTime;
  last_complete_at: DbTime | null;
  last_report_id: string;
}

/**
 * What the scopes of one artifact tell of its scans: for each source and kind of
 * finding the last report, complete only if it is for every part it speaks of.
 */
export function scansOf(scopes: ScanColumns[]): ScanFacts[] {
  const scans = new Map<string, ScanFacts>();
  for (const scope of scopes) {
    const kind = findingKinds.find(known => known === scope.kind);
    if (!kind) continue;
    const key = `${scope.source} ${kind}`;
    const scan = scanOf(scope, kind);
    scans.set(key, later(scans.get(key), scan));
  }
  return [...scans.values()].sort((a, b) => compare(b.at, a.at));
}

function scanOf(scope: ScanColumns, kind: FindingKind): ScanFacts {
  const at = isoTime(scope.last_report_at);
  return {
    source: scope.source,
    tool: scope.tool_name,
    kind,
    reportId: scope.last_report_id,
    at,
    complete:
      scope.last_complete_at !== null && isoTime(scope.last_complete_at) >= at,
    ofBuild: isTrue(scope.of_build),
  };
}

function later(known: ScanFacts | undefined, scan: ScanFacts): ScanFacts {
  if (!known || known.at < scan.at) return scan;
  return known.reportId === scan.reportId
    ? { ...known, complete: known.complete && scan.complete }
    : known;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
