import { makeStyles } from '@material-ui/core/styles';
import type { ComponentWorkload } from 'backstage-plugin-security-posture-common';
import { GradeRing } from '../GradeRing';
import { RiskScore } from '../RiskScore';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  }),
  { name: 'SecurityPostureWorkloadRisk' },
);

/** The grade of a workload, and the risk behind it. */
export function WorkloadRisk({
  workload: { grade, risk },
}: {
  workload: Pick<ComponentWorkload, 'grade' | 'risk'>;
}) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <GradeRing grade={grade} risk={risk} size={32} />
      <RiskScore score={risk} />
    </span>
  );
}
