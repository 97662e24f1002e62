import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ComponentWorkload } from 'backstage-plugin-security-posture-common';

const useStyles = makeStyles(
  { root: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'SecurityPostureFailingChecks' },
);

/** The practices that a workload fails, each linked to how the component stands with it. */
export function FailingChecks({ failing }: Pick<ComponentWorkload, 'failing'>) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {failing.map(({ checkId, title }) => (
        <li key={checkId}>
          <Link to={`../practices?${new URLSearchParams({ q: checkId })}`}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
