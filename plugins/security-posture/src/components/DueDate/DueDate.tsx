import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import AlarmIcon from '@material-ui/icons/Alarm';
import type { Finding } from 'backstage-plugin-security-posture-common';
import { DateTime } from 'luxon';
import { overdueBy } from '../../deadline';
import { toneColour } from '../../palette';
import { securityPostureTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';

const useStyles = makeStyles(
  theme => ({
    breached: {
      display: 'inline-flex',
      alignItems: 'baseline',
      gap: theme.spacing(0.5),
      color: toneColour(theme, 'bad'),
      fontWeight: 700,
    },
    icon: { alignSelf: 'center', fontSize: '1.25em' },
  }),
  { name: 'SecurityPostureDueDate' },
);

export interface DueDateProps {
  finding: Pick<Finding, 'dueAt' | 'sla'>;
}

/** How a finding stands to its deadline. A missed one has an icon and its own words, not only a colour. */
export function DueDate({ finding: { dueAt, sla } }: DueDateProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (!dueAt || sla === 'none') {
    return (
      <Typography variant="body2" color="textSecondary" component="span">
        {t('due.none')}
      </Typography>
    );
  }
  if (sla === 'due') return <RelativeTime time={dueAt} />;
  const date = DateTime.fromISO(dueAt).toLocaleString(DateTime.DATETIME_FULL);
  if (sla === 'breached') {
    return (
      <span className={classes.breached} title={date}>
        <AlarmIcon className={classes.icon} aria-hidden />
        {t('due.over', { time: overdueBy(dueAt, DateTime.now()) })}
      </span>
    );
  }
  return <span title={date}>{t(`due.${sla}`)}</span>;
}
