import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  { second: { lineHeight: 1.4 } },
  { name: 'SecurityPostureTwoLines' },
);

export interface TwoLinesProps {
  children: ReactNode;
  /** Smaller and quieter, below. */
  second?: ReactNode;
}

/** The form of most cells. */
export function TwoLines({ children, second }: TwoLinesProps) {
  const classes = useStyles();
  return (
    <>
      {children}
      {second && (
        <Typography
          className={classes.second}
          variant="caption"
          color="textSecondary"
          component="div"
        >
          {second}
        </Typography>
      )}
    </>
  );
}
