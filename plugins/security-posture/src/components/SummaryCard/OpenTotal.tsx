import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Knowledge } from '../../knowledge';
import { securityPostureTranslationRef } from '../../translation';
import { StaleCount } from '../StaleCount';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 1),
    },
    total: {
      fontSize: theme.typography.pxToRem(28),
      lineHeight: 1.2,
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'SecurityPostureOpenTotal' },
);

export interface OpenTotalProps {
  /** Absent when nothing was ever reported. */
  total?: number;
  fixable: number;
  /** Were there when last looked for, too long ago. */
  stale: number;
  quiet: Knowledge['quiet'];
}

/** How many findings are open. A zero is only shown where all is known. */
export function OpenTotal({ total, fixable, stale, quiet }: OpenTotalProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (total === undefined) return <strong>{t('summary.openUnknown')}</strong>;
  if (total === 0 && stale > 0) return <StaleCount count={stale} />;
  if (total === 0 && quiet !== 'clean') {
    const then = quiet === 'stale' ? 'noneOpenThen' : 'noneOpenThere';
    return <strong>{t(`summary.${then}`)}</strong>;
  }
  return (
    <div className={classes.root}>
      <strong className={classes.total}>{total.toLocaleString()}</strong>
      {t('summary.open', { count: total })}
      {fixable > 0 && (
        <Typography variant="body2" color="textSecondary" component="span">
          {t('summary.fixable', { count: fixable })}
        </Typography>
      )}
      <StaleCount count={stale} />
    </div>
  );
}
