import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, SourceFacts } from '../model/facts';
import { ageInDays } from './age';
import type { CheckContext } from './Check';

/** Sources of the runtime stage that scan what runs, and do not watch it. */
const scanners: ReadonlySet<string> = new Set(['trivy-operator']);

/** What watches the component at runtime, each tool once with its newest report. */
export function sensorsOf({ sources }: ComponentFacts): SourceFacts[] {
  const newest = new Map<string, SourceFacts>();
  for (const source of sources) {
    if (source.stage !== 'runtime' || scanners.has(source.source)) continue;
    const known = newest.get(source.tool);
    if (!known || known.lastReportAt < source.lastReportAt) {
      newest.set(source.tool, source);
    }
  }
  return [...newest.values()];
}

/** Whether a sensor reported lately enough for its silence to tell something. */
export function isWatching(
  { lastReportAt }: SourceFacts,
  { policy, now }: CheckContext,
): boolean {
  return ageInDays(lastReportAt, now) <= policy.freshness.runningScanDays;
}

export function sensorEvidence(
  { tool, reportId, lastReportAt }: SourceFacts,
  result: 'pass' | 'unknown',
): Evidence {
  return {
    kind: 'report',
    result,
    id: reportId,
    title:
      result === 'pass' ? `${tool} watches it` : `${tool} has fallen silent`,
    at: lastReportAt,
  };
}
