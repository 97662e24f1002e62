import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { toneColour } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';
import { appearance } from '../PostureState';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'baseline',
      gap: theme.spacing(0.5),
      color: toneColour(theme, 'stale'),
    },
    icon: { alignSelf: 'center', fontSize: '1.15em' },
  }),
  { name: 'SecurityPostureStaleCount' },
);

/** How many findings may still be there although nobody has looked for too long. Nothing if none. */
export function StaleCount({ count }: { count: number }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { Icon } = appearance.stale;
  if (count === 0) return null;
  return (
    <Tooltip title={t('stageCard.staleHelp')}>
      <Typography
        className={classes.root}
        variant="body2"
        component="span"
        tabIndex={0}
      >
        <Icon className={classes.icon} aria-hidden />
        {t('stageCard.stale', { count })}
      </Typography>
    </Tooltip>
  );
}
