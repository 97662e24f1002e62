import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import PersonOutlineIcon from '@material-ui/icons/PersonOutline';
import type { Owner } from 'backstage-plugin-security-posture-common';
import { toneColour, type Tone } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    title: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      color: ({ tone }: { tone: Tone }) => toneColour(theme, tone),
    },
    icon: { fontSize: 20 },
    text: { overflowWrap: 'anywhere' },
  }),
  { name: 'SecurityPostureOwnerProblem' },
);

/** That nobody is named, or somebody whom the catalog does not show. */
export function OwnerProblem({ owner }: { owner: Owner }) {
  const missing = owner.state === 'missing';
  const classes = useStyles({ tone: missing ? 'bad' : 'warning' });
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const Icon = missing ? PersonOutlineIcon : LinkOffIcon;
  const named = owner.entityRef ?? owner.name ?? '';
  return (
    <>
      <Typography className={classes.title} variant="body1" component="div">
        <Icon className={classes.icon} aria-hidden />
        <strong>{t(missing ? 'owner.missing' : 'owner.unresolvable')}</strong>
      </Typography>
      <Typography
        className={classes.text}
        variant="body2"
        color="textSecondary"
      >
        {missing
          ? t('owner.missingText')
          : t('owner.unresolvableText', { owner: named })}
      </Typography>
    </>
  );
}
