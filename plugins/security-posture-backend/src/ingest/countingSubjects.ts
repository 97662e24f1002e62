import type { SourceSubject } from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { isDefaultBranch } from '../model/branch';
import { storedSubject, type StoredSubject } from '../model/subject';
import { findCurrentArtifacts } from '../store/readModels/findCurrentArtifacts';
import { digestsOf, isVersioned } from './artifactRows';
import type { PreparedReport } from './preparedReport';

/**
 * Tells whether what a report says of a subject is about what the service is
 * made of. What is built from another branch is not, unless it runs.
 *
 * @param branchesOf - the branches that a subject was built from before
 */
export async function countingSubjects(
  tx: Knex,
  reports: PreparedReport[],
  branchesOf: (subjectId: string) => string[],
): Promise<(prepared: PreparedReport, subject: SourceSubject) => boolean> {
  const isAside = ({ branch }: PreparedReport, { id, kind }: StoredSubject) =>
    isVersioned({ kind }) && !isDefaultBranch(branch, branchesOf(id));
  const aside = reports.flatMap(prepared =>
    prepared.spoken.filter(subject => isAside(prepared, subject)),
  );
  const current =
    aside.length === 0
      ? new Set<string>()
      : await findCurrentArtifacts(
          tx,
          aside.map(({ id }) => id),
        );
  return (prepared, subject) => {
    const stored = storedSubject(subject);
    if (!isAside(prepared, stored)) return true;
    const digest = digestsOf(prepared, branchesOf)(subject);
    return current.has(`${stored.id} ${digest}`);
  };
}
