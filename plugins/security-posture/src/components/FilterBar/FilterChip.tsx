import Button, { type ButtonProps } from '@material-ui/core/Button';
import { alpha, makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(0.25, 1.5),
      borderRadius: 16,
      fontWeight: 400,
      textTransform: 'none',
    },
    active: {
      borderColor: theme.palette.primary.main,
      backgroundColor: alpha(theme.palette.primary.main, 0.1),
    },
  }),
  { name: 'SecurityPostureFilterChip' },
);

export interface FilterChipProps extends Omit<ButtonProps, 'variant'> {
  /** Whether the filter narrows the list. */
  active: boolean;
}

export function FilterChip({ active, ...props }: FilterChipProps) {
  const classes = useStyles();
  return (
    <Button
      {...props}
      size="small"
      variant="outlined"
      className={active ? `${classes.root} ${classes.active}` : classes.root}
    />
  );
}
