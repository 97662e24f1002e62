import type { PolicyVerdict } from 'backstage-plugin-security-posture-common';

/** A verdict, and the subjects that it judged, by any name that tells them apart. */
export interface JudgedSubjects {
  subjects: string[];
  verdict: PolicyVerdict;
}

/**
 * One verdict of several, in the order they were given. A later one about all
 * the subjects of an earlier one replaces it, because it knows the reports that
 * came between; what it does not speak of stays.
 */
export function combineVerdicts(
  all: [JudgedSubjects, ...JudgedSubjects[]],
): PolicyVerdict {
  const standing = all
    .filter(
      (one, index) => !all.slice(index + 1).some(later => covers(later, one)),
    )
    .map(({ verdict }) => verdict);
  const last = standing[standing.length - 1];
  return {
    ...(standing.find(({ result }) => result === 'fail') ?? last),
    violations: distinct(standing.flatMap(({ violations }) => violations)),
    warnings: distinct(standing.flatMap(({ warnings }) => warnings)),
    waived: distinct(standing.flatMap(({ waived }) => waived)),
    unknown: distinct(standing.flatMap(({ unknown }) => unknown)),
    entityRefs: distinct(standing.flatMap(({ entityRefs }) => entityRefs)),
    images: distinct(standing.flatMap(({ images }) => images)),
    evaluatedAt: last.evaluatedAt,
  };
}

function covers(later: JudgedSubjects, earlier: JudgedSubjects): boolean {
  return (
    earlier.subjects.length > 0 &&
    earlier.subjects.every(subject => later.subjects.includes(subject)) &&
    earlier.verdict.entityRefs.every(ref =>
      later.verdict.entityRefs.includes(ref),
    )
  );
}

function distinct<T>(items: T[]): T[] {
  return [...new Map(items.map(item => [JSON.stringify(item), item])).values()];
}
