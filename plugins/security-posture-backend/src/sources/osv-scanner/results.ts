import type { ReportBuilder } from 'backstage-plugin-security-posture-node';
import type { z } from 'zod';
import {
  joinProblems,
  problemOfGroup,
  problemOfVulnerability,
  type Problem,
} from './group';
import { readPackage } from './package';
import { Group, PackageEntry, Result, Vulnerability } from './schema';
import { readProblem } from './vulnerability';

type Entry = z.infer<typeof PackageEntry>;

/**
 * Reads results into findings, one for each group of a package.
 *
 * @returns how much was skipped because it could not be read, rather than
 * because a record was withdrawn
 */
export function readResults(
  results: unknown[],
  path: string,
  layers: (string | undefined)[],
  builder: ReportBuilder,
): { unreadable: number } {
  let withdrawn = 0;
  results.forEach((result, index) => {
    const at = `${path}[${index}]`;
    const parsed = Result.safeParse(result);
    if (!parsed.success) {
      skipUnread(at, 'expected a result with a list of packages', builder);
      return;
    }
    const place = { path: parsed.data.source?.path, layers };
    (parsed.data.packages ?? []).forEach((element, position) => {
      const inPackage = `${at}.packages[${position}]`;
      const entry = PackageEntry.safeParse(element);
      if (!entry.success) {
        skipPackage(element, inPackage, builder);
        return;
      }
      const problems = readProblems(entry.data, inPackage, builder);
      withdrawn += problems.withdrawn;
      const affected = readPackage(entry.data.package, place);
      for (const problem of joinProblems(problems.current)) {
        builder.report.findings.push(
          readProblem(problem, entry.data.package, affected),
        );
      }
    });
  });
  return { unreadable: builder.report.skippedTotal - withdrawn };
}

function readProblems(
  { vulnerabilities, groups }: Entry,
  path: string,
  builder: ReportBuilder,
): { current: Problem[]; withdrawn: number } {
  const current: Problem[] = [];
  const byId = new Map<string, Vulnerability>();
  const places = new Map<string, string>();
  vulnerabilities.forEach((record, index) => {
    const at = `${path}.vulnerabilities[${index}]`;
    const parsed = Vulnerability.safeParse(record);
    if (parsed.success) {
      byId.set(parsed.data.id, parsed.data);
      places.set(parsed.data.id, at);
    } else if (groups.length > 0) {
      builder.warn(`${at}: not a vulnerability with an id`);
    } else {
      skipUnread(at, 'expected a vulnerability with an id', builder);
    }
  });
  let withdrawn = 0;
  const keep = (problem: Problem): string | undefined => {
    const { vulnerabilities: records } = problem;
    const valid = records.filter(record => !record.withdrawn);
    if (records.length > 0 && valid.length === 0) {
      withdrawn += 1;
      return 'withdrawn by its author';
    }
    current.push({ ...problem, vulnerabilities: valid });
    return undefined;
  };
  builder.each('vulnerability', groups, `${path}.groups`, Group, group => {
    for (const id of group.ids) places.delete(id);
    return keep(problemOfGroup(group, byId));
  });
  for (const [id, at] of places) {
    const record = byId.get(id);
    if (!record) continue;
    builder.count('vulnerability');
    const reason = keep(problemOfVulnerability(record));
    if (reason) builder.skip('vulnerability', at, reason);
  }
  return { current, withdrawn };
}

/** Without its package a group is lost, but not uncounted. */
function skipPackage(
  element: unknown,
  path: string,
  builder: ReportBuilder,
): void {
  const reason = 'expected a package with a name or a commit';
  const groups =
    typeof element === 'object' && element !== null && 'groups' in element
      ? element.groups
      : undefined;
  if (!Array.isArray(groups) || groups.length === 0) {
    skipUnread(path, reason, builder);
    return;
  }
  groups.forEach((_, index) =>
    skipUnread(`${path}.groups[${index}]`, reason, builder),
  );
}

function skipUnread(
  path: string,
  reason: string,
  builder: ReportBuilder,
): void {
  builder.count('vulnerability');
  builder.skip('vulnerability', path, reason);
}
