import type { Row } from './tables';

/** An artifact of which nothing is known but that it was spoken of. */
export function emptyArtifact(
  subjectId: string,
  digest: string,
  at: string,
): Row<'artifacts'> {
  return {
    subject_id: subjectId,
    digest,
    tag: undefined,
    branch: undefined,
    commit_id: undefined,
    built: false,
    running: false,
    built_at: undefined,
    ran_at: undefined,
    scanned_at: undefined,
    admitted_at: undefined,
    running_since: undefined,
    first_seen_at: at,
    last_seen_at: at,
  };
}
