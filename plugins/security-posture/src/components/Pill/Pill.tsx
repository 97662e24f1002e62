import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { toneColour, type Tone } from '../../palette';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-block',
      padding: theme.spacing(0, 0.75),
      border: '1px solid currentColor',
      borderRadius: 3,
      color: ({ tone }: { tone: Tone }) => toneColour(theme, tone),
      fontSize: theme.typography.pxToRem(11.5),
      fontWeight: 400,
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'SecurityPosturePill' },
);

export interface PillProps {
  tone: Tone;
  children: ReactNode;
}

/** A short remark beside a name. */
export function Pill({ tone, children }: PillProps) {
  const classes = useStyles({ tone });
  return <span className={classes.root}>{children}</span>;
}
