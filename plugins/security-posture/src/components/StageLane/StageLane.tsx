import { makeStyles } from '@material-ui/core/styles';
import ArrowForwardIcon from '@material-ui/icons/ArrowForward';
import { stages, type Posture } from 'backstage-plugin-security-posture-common';
import { Fragment } from 'react';
import { StageCard } from '../StageCard';

/** Three cards with an arrow between each two; what stands above lines up with it. */
export const laneColumns =
  'minmax(0, 1fr) 24px minmax(0, 1fr) 24px minmax(0, 1fr)';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      [theme.breakpoints.up('md')]: {
        gap: 0,
        gridTemplateColumns: laneColumns,
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
  stages: Posture['stages'];
}

/** The three stages in the order a service passes them. */
export function StageLane(props: StageLaneProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {stages.map((stage, index) => (
        <Fragment key={stage}>
          {index > 0 && (
            <ArrowForwardIcon className={classes.arrow} aria-hidden />
          )}
          <StageCard posture={props.stages[stage]} />
        </Fragment>
      ))}
    </div>
  );
}
