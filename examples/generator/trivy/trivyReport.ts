import { severities } from '../facts/vulnerability';
import { tally, type Counts } from '../report';
import type { TrivyResult } from './model';

/** As Go writes JSON: three characters are always escaped. */
export function goJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent)
    .replace(/&/g, '\\u0026')
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e');
}

/** The counts of a report, from what was written. */
export function countsOf(results: TrivyResult[]): Counts {
  const vulnerabilities = results.flatMap(r => r.Vulnerabilities ?? []);
  const distinct = new Map(
    vulnerabilities.map(v => [`${v.VulnerabilityID} ${v.PkgName}`, v.Severity]),
  );
  const packages = results.flatMap(r => r.Packages ?? []);
  const misconfigurations = results.flatMap(r => r.Misconfigurations ?? []);
  const secrets = results.flatMap(r => r.Secrets ?? []);
  return {
    vulnerabilities: bySeverity(vulnerabilities.map(v => v.Severity)),
    distinctVulnerabilities: bySeverity([...distinct.values()]),
    packages: packages.length,
    ...(misconfigurations.length > 0
      ? { misconfigurations: tally(misconfigurations.map(m => m.Status)) }
      : {}),
    ...(secrets.length > 0
      ? { secrets: bySeverity(secrets.map(s => s.Severity)) }
      : {}),
  };
}

/** The worst severity first, those that do not occur with 0. */
export function bySeverity(values: string[]): Record<string, number> {
  return Object.fromEntries(
    [...severities]
      .reverse()
      .map(severity => [severity, values.filter(v => v === severity).length]),
  );
}
