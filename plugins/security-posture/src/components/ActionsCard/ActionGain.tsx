import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { RemediationAction } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { gainOf } from './gainOf';

const useStyles = makeStyles(
  {
    root: {
      fontWeight: 700,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'SecurityPostureActionGain' },
);

/** How far the risk falls, else how far coverage rises. */
export function ActionGain({ action }: { action: RemediationAction }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const gain = gainOf(action);
  if (!gain) return null;
  if (gain.kind === 'coverage') {
    return (
      <span className={classes.root}>{t('actions.coverageGain', gain)}</span>
    );
  }
  return (
    <span
      className={classes.root}
      role="img"
      aria-label={t('actions.riskChangeLabel', gain)}
    >
      {t('actions.riskChange', gain)}
    </span>
  );
}
