import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { StagePosture } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';
import { RelativeTime } from '../RelativeTime';
import { SeverityCountsRow } from '../SeverityBadge';

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

/** A stage in a line: its state, what is open, and how old that is. */
export function StageLine({ posture }: { posture: StagePosture }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { stage, state, findings, decisions, lastReportAt } = posture;
  const refused = decisions?.deny ?? 0;
  const anyOpen = Object.values(findings?.open ?? {}).some(count => count > 0);
  return (
    <li className={classes.root}>
      <strong>{t(`stage.${stage}`)}</strong>
      <PostureState variant="label" kind={state} />
      <Typography variant="caption" color="textSecondary">
        {lastReportAt && <RelativeTime time={lastReportAt} />}
      </Typography>
      {(anyOpen || refused > 0) && (
        <div className={classes.counts}>
          {findings && <SeverityCountsRow counts={findings.open} />}
          {refused > 0 && t('entityCard.refused', { count: refused })}
        </div>
      )}
    </li>
  );
}
