import { makeStyles } from '@material-ui/core/styles';

/** A row of a table, and on a narrow screen an entry of a list. */
export const useRowStyles = makeStyles(
  theme => ({
    row: {
      // The app's theme stripes tables; with a row of details below each row
      // that would colour all of them.
      '&&': { backgroundColor: 'transparent' },
      [theme.breakpoints.down('sm')]: {
        position: 'relative',
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(0.5, 1.5),
        padding: theme.spacing(1.5, 5, 1.5, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    cell: {
      padding: theme.spacing(1.25, 1),
      borderTop: `1px solid ${theme.palette.divider}`,
      lineHeight: theme.typography.body2.lineHeight,
      overflowWrap: 'anywhere',
      verticalAlign: 'top',
      wordBreak: 'normal',
      [theme.breakpoints.down('sm')]: {
        display: 'flex',
        gap: theme.spacing(1),
        width: '100%',
        padding: 0,
        border: 0,
        '&[data-title]::before': {
          content: 'attr(data-title)',
          flex: 'none',
          width: 88,
          color: theme.palette.text.secondary,
        },
      },
    },
    value: { minWidth: 0, flex: 1 },
    wide: { '&&': { [theme.breakpoints.down('md')]: { display: 'none' } } },
    chevron: { transition: theme.transitions.create('transform') },
    turned: {
      transform: 'rotate(180deg)',
      transition: theme.transitions.create('transform'),
    },
    fold: {
      '&&': { padding: theme.spacing(0.75, 0, 0) },
      textAlign: 'right',
      [theme.breakpoints.down('sm')]: {
        position: 'absolute',
        top: theme.spacing(1),
        right: 0,
        width: 'auto',
      },
    },
    detailsRow: {
      '&&': { backgroundColor: 'transparent' },
      [theme.breakpoints.down('sm')]: { display: 'block' },
    },
    details: {
      padding: theme.spacing(0.5, 1, 2),
      lineHeight: theme.typography.body2.lineHeight,
      [theme.breakpoints.down('sm')]: {
        display: 'block',
        padding: theme.spacing(0, 0, 2),
      },
    },
  }),
  { name: 'SecurityPostureDataRow' },
);
