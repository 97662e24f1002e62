import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Stage } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    code: {
      fontSize: theme.typography.pxToRem(12),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'SecurityPostureStageHint' },
);

/** How a stage that was never scanned gets its first report. */
export function StageHint({ stage }: { stage: Stage }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <>
      <Typography variant="body2">{t('hint.unknown')}</Typography>
      <Typography variant="body2" color="textSecondary">
        {t(`hint.${stage}`)} {t('hint.endpoint')}{' '}
        <code className={classes.code}>
          POST /api/security-posture/v1/reports
        </code>
      </Typography>
    </>
  );
}
