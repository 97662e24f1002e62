import { makeStyles } from '@material-ui/core/styles';
import ArrowForwardIcon from '@material-ui/icons/ArrowForward';
import {
  stages,
  type Posture,
  type Stage,
} from 'backstage-plugin-security-posture-common';
import { Fragment } from 'react';
import { StageCard } from '../StageCard';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      [theme.breakpoints.up('md')]: {
        gap: 0,
        gridTemplateColumns:
          'minmax(0, 1fr) 24px minmax(0, 1fr) 24px minmax(0, 1fr)',
      },
    },
    arrow: {
      placeSelf: 'center',
      color: theme.palette.text.secondary,
      fontSize: 20,
      [theme.breakpoints.down('sm')]: { transform: 'rotate(90deg)' },
    },
  }),
  { name: 'SecurityPostureStageLane' },
);

export interface StageLaneProps {
  posture: Pick<Posture, 'stages' | 'checks' | 'verdicts' | 'risk'>;
}

/** Where the policy is enforced, by stage. */
const points = {
  build: 'build',
  deploy: 'admission',
  runtime: undefined,
} as const;

/** The three stages in the order a service passes them. */
export function StageLane({ posture }: StageLaneProps) {
  const classes = useStyles();
  const { checks, verdicts, risk } = posture;
  const isComplete = stages.every(stage => checks[stage].unknown === 0);
  const partly = isComplete ? 'all' : 'some';
  const known = risk.score === undefined ? 'nothing' : partly;
  const verdictOf = (stage: Stage) => {
    const point = points[stage];
    return point && ({ point, verdict: verdicts[point], known } as const);
  };
  return (
    <div className={classes.root}>
      {stages.map((stage, index) => (
        <Fragment key={stage}>
          {index > 0 && (
            <ArrowForwardIcon className={classes.arrow} aria-hidden />
          )}
          <StageCard
            posture={posture.stages[stage]}
            checks={checks[stage]}
            verdict={verdictOf(stage)}
          />
        </Fragment>
      ))}
    </div>
  );
}
