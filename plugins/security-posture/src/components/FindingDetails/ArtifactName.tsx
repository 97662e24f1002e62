import { makeStyles } from '@material-ui/core/styles';
import type {
  FindingSighting,
  Subject,
} from 'backstage-plugin-security-posture-common';
import { SubjectName } from '../SubjectName';
import { TwoLines } from '../TwoLines';

const SHOWN = 12;

const useStyles = makeStyles(
  theme => ({
    digest: {
      fontFamily: 'monospace',
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'SecurityPostureArtifactName' },
);

export interface ArtifactNameProps {
  place: Pick<FindingSighting, 'digest' | 'tag' | 'branch'>;
  /** Named where it has no artifacts. */
  subject: Subject;
}

/** The start of the digest, all of it on hover, and its tag; or the branch. */
export function ArtifactName({ place, subject }: ArtifactNameProps) {
  const classes = useStyles();
  const { digest, tag, branch } = place;
  if (!digest) {
    return <>{branch ?? tag ?? <SubjectName subject={subject} />}</>;
  }
  const short = digest.replace(/^sha256:/, '').slice(0, SHOWN);
  return (
    <TwoLines second={tag ?? branch}>
      <span className={classes.digest} title={digest}>
        {short}…
      </span>
    </TwoLines>
  );
}
