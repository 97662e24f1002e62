import { makeStyles } from '@material-ui/core/styles';
import { stages, type Posture } from 'backstage-plugin-security-posture-common';
import { OwnerName, OwnerProblem } from '../OwnerCard';
import { StageLine } from './StageLine';

const useStyles = makeStyles(
  theme => ({
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

/** A line for each stage, and who acts on it. */
export function CardContent({ posture }: CardContentProps) {
  const classes = useStyles();
  const { owner } = posture;
  return (
    <>
      <ul className={classes.stages}>
        {stages.map(stage => (
          <StageLine key={stage} posture={posture.stages[stage]} />
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
