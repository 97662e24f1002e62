import { makeStyles } from '@material-ui/core/styles';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '140px minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      maxWidth: 900,
      margin: 0,
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-line',
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: theme.spacing(0.25),
      },
    },
    term: { color: theme.palette.text.secondary },
    description: {
      margin: 0,
      [theme.breakpoints.down('sm')]: { marginBottom: theme.spacing(1) },
    },
  }),
  { name: 'SecurityPostureDetailsList' },
);

export interface DetailsListProps {
  entries: { term: string; value: ReactNode }[];
}

/** Names and values; what has no value is left out. */
export function DetailsList({ entries }: DetailsListProps) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {entries
        .filter(({ value }) => Boolean(value))
        .map(({ term, value }) => (
          <Fragment key={term}>
            <dt className={classes.term}>{term}</dt>
            <dd className={classes.description}>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
