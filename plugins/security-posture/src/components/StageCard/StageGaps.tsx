import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import type { StagePosture } from 'backstage-plugin-security-posture-common';
import { toneColour } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      alignSelf: 'flex-start',
      color: toneColour(theme, 'warning'),
    },
    icon: { fontSize: '1.15em' },
  }),
  { name: 'SecurityPostureStageGaps' },
);

/** That part of what was sent is missing from the numbers. */
export function StageGaps({ posture }: { posture: StagePosture }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { skippedElements, incompleteReports } = posture;
  const gaps = [
    skippedElements > 0 && t('stageCard.skipped', { count: skippedElements }),
    incompleteReports > 0 &&
      t('stageCard.incomplete', { count: incompleteReports }),
  ].filter(Boolean);
  if (gaps.length === 0) return null;
  return (
    <Tooltip title={t('stageCard.gapsHelp')}>
      <Typography className={classes.root} variant="body2" tabIndex={0}>
        <RemoveCircleOutlineIcon className={classes.icon} aria-hidden />
        {gaps.join(', ')}
      </Typography>
    </Tooltip>
  );
}
