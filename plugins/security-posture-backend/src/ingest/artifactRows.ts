import type { SourceSubject } from 'backstage-plugin-security-posture-node';
import { branchDigest, isDefaultBranch } from '../model/branch';
import { digestOf, storedSubject } from '../model/subject';
import { emptyArtifact } from '../store/emptyArtifact';
import type { Row } from '../store/tables';
import type { PreparedReport } from './preparedReport';

/** The artifact that a report's word about a subject holds for. */
export type DigestOf = (subject: SourceSubject) => string;

/** Kinds of subjects that come in versions; of all others there is one. */
const versioned = ['image', 'repository', 'artifact'];

export function isVersioned(subject: { kind: string }): boolean {
  return versioned.includes(subject.kind);
}

/**
 * How a report's findings are told apart by artifact: by the digest of an image,
 * and by the branch where it is not a default one, since what a branch holds is
 * not what the service is made of.
 *
 * @param branchesOf - the branches that a subject was built from before
 */
export function digestsOf(
  { branch }: PreparedReport,
  branchesOf: (subjectId: string) => string[],
): DigestOf {
  return subject => {
    if (!isVersioned(subject)) return '';
    const digest = subject.kind === 'image' ? digestOf(subject) ?? '' : '';
    if (digest !== '') return digest;
    const { id } = storedSubject(subject);
    return isDefaultBranch(branch, branchesOf(id)) ? '' : branchDigest(branch);
  };
}

/** A report about a cluster speaks of what runs, whatever stage its tool is of. */
export function isOfBuild({ source, report }: PreparedReport): boolean {
  return source.stage === 'build' && report.subject.kind !== 'cluster';
}

/** The artifacts that a report tells of: what was built, scanned, admitted or runs. */
export function artifactRows(
  prepared: PreparedReport,
  digest: DigestOf,
  branchesOf: (subjectId: string) => string[],
): Row<'artifacts'>[] {
  const { report, at, branch, commit } = prepared;
  const fromBuild = isOfBuild(prepared);
  const rows = new Map<string, Row<'artifacts'>>();
  const touch = (
    subjectId: string,
    own: string,
    facts: Partial<Row<'artifacts'>>,
  ) => {
    const key = `${subjectId} ${own}`;
    rows.set(key, {
      ...emptyArtifact(subjectId, own, at),
      ...rows.get(key),
      ...facts,
    });
  };
  const running = new Set(
    prepared.images.map(({ image, digest: own }) => `${image.id} ${own}`),
  );

  const spokenOf = new Map<string, SourceSubject>();
  for (const subject of [
    report.subject,
    ...report.scopes.map(scope => scope.subject),
    ...report.findings.flatMap(finding => finding.subject ?? []),
    ...(report.images ?? []).map(image => image.subject),
  ]) {
    if (isVersioned(subject)) {
      spokenOf.set(`${storedSubject(subject).id} ${digest(subject)}`, subject);
    }
  }
  const scanned = new Set(
    report.scopes
      .filter(({ kind }) => kind === 'vulnerability')
      .map(({ subject }) => `${storedSubject(subject).id} ${digest(subject)}`),
  );
  for (const [key, subject] of spokenOf) {
    const { id } = storedSubject(subject);
    const onDefault = isDefaultBranch(branch, branchesOf(id));
    touch(id, digest(subject), {
      tag: subject.kind === 'image' ? subject.tag : undefined,
      branch,
      commit_id: commit,
      built_at: fromBuild && onDefault ? at : undefined,
      ran_at: !fromBuild && !running.has(key) ? at : undefined,
      scanned_at: scanned.has(key) ? at : undefined,
    });
  }
  for (const { image, digest: own, tag, at: when } of prepared.images) {
    if (own !== '') touch(image.id, own, { tag, last_seen_at: when });
  }
  for (const { action, images = [], at: when } of report.decisions) {
    if (action === 'deny') continue;
    for (const image of images) {
      if (image.digest) {
        touch(storedSubject(image).id, image.digest, {
          tag: image.tag,
          admitted_at: when && when < at ? when : at,
        });
      }
    }
  }
  return [...rows.values()];
}
