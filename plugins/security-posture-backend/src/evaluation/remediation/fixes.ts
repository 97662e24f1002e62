import type { FindingFacts } from '../../model/facts';
import { packageOrigin } from '../../model/packageOrigin';
import type { PlannedComponent } from './Action';
import { compareVersions, releaseLine } from './compareVersions';

/** Vulnerabilities that a change of what is built ends, and that the newest build still has. */
export function fixableInBuild({
  facts,
  awaitingRollout,
}: PlannedComponent): FindingFacts[] {
  return facts.findings.filter(
    ({ id, kind, fixable, fixedVersions }) =>
      kind === 'vulnerability' &&
      (fixable || fixedVersions.length > 0) &&
      !awaitingRollout.has(id),
  );
}

/** Whether a newer base image ends it, as far as is known. */
export function comesWithBase({
  isFromBase,
  package: pkg,
  subject,
}: FindingFacts): boolean {
  return (
    isFromBase ??
    (subject.kind !== 'repository' && packageOrigin(pkg?.type) === 'system')
  );
}

/** Of the versions with the fix, the next above what is installed; the highest if none is above or nothing tells. */
export function neededVersion({
  package: pkg,
  fixedVersions,
}: Pick<FindingFacts, 'package' | 'fixedVersions'>): string | undefined {
  const sorted = [...fixedVersions].sort((a, b) =>
    compareVersions(a, b, pkg?.type),
  );
  const installed = pkg?.version;
  const above =
    installed === undefined
      ? undefined
      : sorted.find(
          version => compareVersions(version, installed, pkg?.type) > 0,
        );
  return above ?? sorted.at(-1);
}

/** The higher of two versions. */
export function higherVersion(
  a: string | undefined,
  b: string | undefined,
  type?: string,
): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareVersions(a, b, type) >= 0 ? a : b;
}

/** Whether an upgrade stays in the line that promises to break nothing; false if that is unknown. */
export function isSmallStep(from: string | undefined, to: string | undefined) {
  return (
    from !== undefined &&
    to !== undefined &&
    releaseLine(from) === releaseLine(to)
  );
}
