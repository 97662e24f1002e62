import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { securityPostureTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { PracticeDetails } from './PracticeDetails';
import { checkColumns } from './checkColumns';
import { countResult, resultsByUrgency, type CheckGroup } from './checksShape';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(1.5) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1.5),
      paddingLeft: theme.spacing(1),
    },
  }),
  { name: 'SecurityPostureCheckGroup' },
);

export interface CheckGroupTableProps {
  group: CheckGroup;
  busy: boolean;
}

/** The practices of one stage, and how many of them stand how. */
export function CheckGroupTable({ group, busy }: CheckGroupTableProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { stage, checks } = group;
  const stageName = t(`stage.${stage}`);
  const counts = resultsByUrgency.flatMap(result => {
    const count = countResult(checks, result);
    return count > 0 ? [t(`checkCount.${result}`, { count })] : [];
  });
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body2" component="h3">
          <strong>{stageName}</strong>
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {counts.join(' · ')}
        </Typography>
      </div>
      <DataTable
        label={t('practices.label', { stage: stageName })}
        columns={checkColumns(t)}
        rows={checks.map(check => ({ ...check, id: check.checkId }))}
        busy={busy}
        nameOf={({ title }) => title}
        details={check => <PracticeDetails check={check} />}
      />
    </div>
  );
}
