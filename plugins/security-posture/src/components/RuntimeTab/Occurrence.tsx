import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { AlertOccurrence } from 'backstage-plugin-security-posture-common';
import { DateTime } from 'luxon';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '180px minmax(0, 1fr)',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'SecurityPostureOccurrence' },
);

/** One time that the alert was raised: when, what, and by whom. */
export function Occurrence({ occurrence }: { occurrence: AlertOccurrence }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { at, message } = occurrence;
  const facts = (['user', 'process', 'pod', 'node'] as const)
    .filter(name => occurrence[name])
    .map(name => `${t(`alerts.${name}`)}: ${occurrence[name]}`);
  return (
    <li className={classes.root}>
      <time className={classes.quiet} dateTime={at}>
        {DateTime.fromISO(at).toLocaleString(
          DateTime.DATETIME_MED_WITH_SECONDS,
        )}
      </time>
      <div>
        {message}
        <div className={classes.quiet}>{facts.join(' · ')}</div>
      </div>
    </li>
  );
}
