import { makeStyles } from '@material-ui/core/styles';
import { WebLink } from '../WebLink';

const MOST = 8;

const useStyles = makeStyles(
  { root: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'SecurityPostureReferences' },
);

/** The first pages that tell more; a report may list hundreds. */
export function References({ references }: { references: string[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {references.slice(0, MOST).map(reference => (
        <li key={reference}>
          <WebLink to={reference}>{reference}</WebLink>
        </li>
      ))}
    </ul>
  );
}
