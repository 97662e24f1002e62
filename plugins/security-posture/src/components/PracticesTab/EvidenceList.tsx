import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  Evidence,
  JudgedCheck,
} from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { CheckResultLabel } from '../CheckResultLabel';
import { Digest } from '../Digest';
import { RelativeTime } from '../RelativeTime';
import { SubjectName, subjectName } from '../SubjectName';
import { evidencePath } from './evidencePath';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(0.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      whiteSpace: 'normal',
    },
    item: {
      display: 'grid',
      gridTemplateColumns: 'minmax(76px, auto) minmax(0, 1fr)',
      alignItems: 'start',
      gap: theme.spacing(0, 1),
    },
    place: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
    },
  }),
  { name: 'SecurityPostureEvidenceList' },
);

function EvidenceItem({ evidence }: { evidence: Evidence }) {
  const classes = useStyles();
  const { result, title, subject, container, digest, at } = evidence;
  const path = evidencePath(evidence);
  const named = subject && subjectName(subject) !== title;
  return (
    <li className={classes.item}>
      <CheckResultLabel result={result} />
      <div>
        {path ? <Link to={path}>{title}</Link> : title}
        <Typography
          className={classes.place}
          variant="caption"
          color="textSecondary"
          component="div"
        >
          {named && <SubjectName subject={subject} />}
          {container && <span>{container}</span>}
          {digest && <Digest digest={digest} />}
          {at && <RelativeTime time={at} />}
        </Typography>
      </div>
    </li>
  );
}

export interface EvidenceListProps {
  check: Pick<JudgedCheck, 'evidence' | 'evidenceTotal'>;
}

/** What a check judged, the worst first, and how much more there is. */
export function EvidenceList({ check }: EvidenceListProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { evidence, evidenceTotal } = check;
  const more = evidenceTotal - evidence.length;
  return (
    <>
      <ul className={classes.list}>
        {evidence.map((item, index) => (
          <EvidenceItem key={index} evidence={item} />
        ))}
      </ul>
      {more > 0 && t('practices.moreEvidence', { count: more })}
    </>
  );
}
