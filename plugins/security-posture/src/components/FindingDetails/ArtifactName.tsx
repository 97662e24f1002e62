import type {
  FindingSighting,
  Subject,
} from 'backstage-plugin-security-posture-common';
import { Digest } from '../Digest';
import { SubjectName } from '../SubjectName';
import { TwoLines } from '../TwoLines';

export interface ArtifactNameProps {
  place: Pick<FindingSighting, 'digest' | 'tag' | 'branch'>;
  /** Named where it has no artifacts. */
  subject: Subject;
}

/** The start of the digest and its tag; or the branch. */
export function ArtifactName({ place, subject }: ArtifactNameProps) {
  const { digest, tag, branch } = place;
  if (!digest) {
    return <>{branch ?? tag ?? <SubjectName subject={subject} />}</>;
  }
  return (
    <TwoLines second={tag ?? branch}>
      <Digest digest={digest} />
    </TwoLines>
  );
}
