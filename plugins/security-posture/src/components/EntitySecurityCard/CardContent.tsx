import { makeStyles } from '@material-ui/core/styles';
import { stages, type Posture } from 'backstage-plugin-security-posture-common';
import { GradeRing } from '../GradeRing';
import { OwnerName, OwnerProblem } from '../OwnerCard';
import { RiskScore } from '../RiskScore';
import { StageLine } from './StageLine';

const useStyles = makeStyles(
  theme => ({
    answer: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(1.5),
    },
    stages: {
      display: 'grid',
      gap: theme.spacing(1.5),
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      listStyle: 'none',
    },
    owner: {
      paddingTop: theme.spacing(1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'SecurityPostureEntityCard' },
);

export interface CardContentProps {
  posture: Posture;
}

/** Grade and risk, a line for each stage, and who acts on it. */
export function CardContent({ posture }: CardContentProps) {
  const classes = useStyles();
  const { owner, risk } = posture;
  return (
    <>
      <div className={classes.answer}>
        <GradeRing grade={risk.grade} risk={risk.score} size={44} />
        <RiskScore score={risk.score} />
      </div>
      <ul className={classes.stages}>
        {stages.map(stage => (
          <StageLine
            key={stage}
            posture={posture.stages[stage]}
            checks={posture.checks[stage]}
          />
        ))}
      </ul>
      <div className={classes.owner}>
        {owner.state === 'owned' ? (
          <OwnerName owner={owner} />
        ) : (
          <OwnerProblem owner={owner} />
        )}
      </div>
    </>
  );
}
