import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { toneColour, type Tone } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      color: ({ tone }: { tone: Tone }) => toneColour(theme, tone),
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'SecurityPostureRiskChange' },
);

/** How far the risk went up or down within a week. */
export function RiskChange({ points }: { points: number }) {
  const classes = useStyles({ tone: points > 0 ? 'bad' : 'ok' });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (points === 0) {
    return (
      <Typography variant="caption" color="textSecondary">
        {t('risk.same')}
      </Typography>
    );
  }
  const size = Math.abs(points).toString();
  const way = points > 0 ? 'more' : 'less';
  return (
    <span
      className={classes.root}
      role="img"
      aria-label={t(`risk.${way}Label`, { points: size })}
    >
      {t(`risk.${way}`, { points: size })}
    </span>
  );
}
