import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { StateLabel } from './StateLabel';
import type { StatePanelProps } from './StatePanel';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.25, 1),
      overflowWrap: 'anywhere',
      whiteSpace: 'normal',
    },
  }),
  { name: 'SecurityPostureStateLine' },
);

export interface StateLineProps
  extends Pick<StatePanelProps, 'kind' | 'text' | 'detail'> {
  children?: ReactNode;
}

/** Icon, word, sentence and what to do, where a part of something would be. */
export function StateLine(props: StateLineProps) {
  const { kind, text, detail, children } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      role={kind === 'error' ? 'alert' : 'status'}
      data-state={kind}
    >
      <StateLabel kind={kind} />
      {text && <span>{text}</span>}
      {detail && <span>{detail}</span>}
      {children}
    </div>
  );
}
