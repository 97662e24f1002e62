import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      minWidth: 0,
      height: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(2),
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 1),
    },
    title: { margin: 0, fontSize: theme.typography.pxToRem(15) },
  }),
  { name: 'SecurityPostureCard' },
);

export interface PostureCardProps {
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** The frame of a card on the Security tab. */
export function PostureCard(props: PostureCardProps) {
  const { title, aside, className, children } = props;
  const classes = useStyles();
  return (
    <Card
      variant="outlined"
      component="section"
      aria-label={title}
      className={className ? `${classes.root} ${className}` : classes.root}
    >
      <div className={classes.head}>
        <Typography
          className={classes.title}
          variant="subtitle2"
          component="h2"
        >
          <strong>{title}</strong>
        </Typography>
        {aside}
      </div>
      {children}
    </Card>
  );
}
