import { makeStyles } from '@material-ui/core/styles';
import {
  severities,
  type SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { SeverityBadge } from './SeverityBadge';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
    },
  }),
  { name: 'SecurityPostureSeverityCounts' },
);

/** A badge for each severity that occurs, worst first. */
export function SeverityCountsRow({ counts }: { counts: SeverityCounts }) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      {severities
        .filter(severity => counts[severity] > 0)
        .map(severity => (
          <SeverityBadge
            key={severity}
            severity={severity}
            count={counts[severity]}
          />
        ))}
    </span>
  );
}
