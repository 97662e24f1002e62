import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  CheckCounts,
  StagePosture,
} from 'backstage-plugin-security-posture-common';
import { shownState } from '../../knowledge';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';
import { RelativeTime } from '../RelativeTime';
import { SeverityCountsRow } from '../SeverityBadge';
import { StaleCount } from '../StaleCount';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '64px minmax(0, 1fr) auto',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
    },
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      gridColumn: '2 / 4',
    },
  }),
  { name: 'SecurityPostureStageLine' },
);

export interface StageLineProps {
  posture: StagePosture;
  checks: CheckCounts;
}

/** A stage in a line: its state, what is open, and how old that is. */
export function StageLine({ posture, checks }: StageLineProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { stage, findings, decisions, lastReportAt } = posture;
  const stale = findings?.stale ?? 0;
  const refused = decisions?.deny ?? 0;
  const anyOpen = Object.values(findings?.open ?? {}).some(count => count > 0);
  return (
    <li className={classes.root}>
      <strong>{t(`stage.${stage}`)}</strong>
      <PostureState variant="label" kind={shownState(posture, checks)} />
      <Typography variant="caption" color="textSecondary">
        {lastReportAt && <RelativeTime time={lastReportAt} />}
      </Typography>
      {(anyOpen || stale > 0 || refused > 0) && (
        <div className={classes.counts}>
          {findings && <SeverityCountsRow counts={findings.open} />}
          <StaleCount count={stale} />
          {refused > 0 && t('entityCard.refused', { count: refused })}
        </div>
      )}
    </li>
  );
}
