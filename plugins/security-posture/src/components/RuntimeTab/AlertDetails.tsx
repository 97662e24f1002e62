import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Alert } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';
import { DetailsList } from '../DetailsList';
import { Occurrence } from './Occurrence';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
    },
    title: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'SecurityPostureAlertDetails' },
);

/** The occurrences of an alert, newest first. */
export function AlertDetails({ alert }: { alert: Alert }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { source, image, tags, occurrences, count } = alert;
  return (
    <>
      <DetailsList
        entries={[
          { term: t('alerts.source'), value: source },
          { term: t('alerts.image'), value: image },
          { term: t('alerts.tags'), value: tags.join(', ') },
        ]}
      />
      <Typography className={classes.title} variant="body2" component="h3">
        <strong>
          {t('alerts.occurrences', {
            count: occurrences.length,
            total: count.toLocaleString(),
          })}
        </strong>
      </Typography>
      <ol className={classes.list}>
        {occurrences.map((occurrence, index) => (
          <Occurrence key={index} occurrence={occurrence} />
        ))}
      </ol>
    </>
  );
}
