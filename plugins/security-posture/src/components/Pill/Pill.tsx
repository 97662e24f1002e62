import { makeStyles } from '@material-ui/core/styles';
import type SvgIcon from '@material-ui/core/SvgIcon';
import type { ReactNode } from 'react';
import { toneColour, type Tone } from '../../palette';

interface Look {
  tone: Tone;
  /** Dashed: it may not be so any more. */
  uncertain?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0, 0.75),
      border: '1px solid currentColor',
      borderStyle: ({ uncertain }: Look) => (uncertain ? 'dashed' : 'solid'),
      borderRadius: 3,
      color: ({ tone }: Look) => toneColour(theme, tone),
      fontSize: theme.typography.pxToRem(11.5),
      fontWeight: 400,
      whiteSpace: 'nowrap',
    },
    icon: { fontSize: '1.1em' },
  }),
  { name: 'SecurityPosturePill' },
);

export interface PillProps extends Look {
  Icon?: typeof SvgIcon;
  children: ReactNode;
}

/** A short remark beside a name. */
export function Pill({ tone, uncertain, Icon, children }: PillProps) {
  const classes = useStyles({ tone, uncertain });
  return (
    <span className={classes.root}>
      {Icon && <Icon className={classes.icon} aria-hidden />}
      {children}
    </span>
  );
}
