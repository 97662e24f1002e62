import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import type { Order } from '../../listParams';
import { nextOrder } from './nextOrder';
import type { Column } from './types';

const useStyles = makeStyles(
  theme => ({
    head: { [theme.breakpoints.down('sm')]: { display: 'none' } },
    cell: {
      padding: theme.spacing(1),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 700,
      textTransform: 'none',
      whiteSpace: 'nowrap',
      '&&': { border: 0, backgroundColor: 'transparent' },
    },
    wide: { [theme.breakpoints.down('md')]: { display: 'none' } },
    fold: { width: 40 },
  }),
  { name: 'SecurityPostureHeaderRow' },
);

export interface HeaderRowProps<Row> {
  columns: Column<Row>[];
  order?: Order;
  onSort?: (order: Order) => void;
}

/** The titles; those that the backend can order by are buttons. */
export function HeaderRow<Row>(props: HeaderRowProps<Row>) {
  const { columns, order, onSort } = props;
  const classes = useStyles();
  return (
    <TableHead className={classes.head} role="rowgroup">
      <TableRow role="row">
        {columns.map(column => {
          const active = order !== undefined && column.field === order.field;
          return (
            <TableCell
              key={column.id}
              className={`${classes.cell} ${column.wide ? classes.wide : ''}`}
              role="columnheader"
              style={{ width: column.width }}
              sortDirection={active && order.direction}
            >
              {column.field && order && onSort ? (
                <TableSortLabel
                  active={active}
                  direction={active ? order.direction : column.first}
                  onClick={() => onSort(nextOrder(column, order))}
                >
                  {column.title}
                </TableSortLabel>
              ) : (
                column.title
              )}
            </TableCell>
          );
        })}
        {/* Above the buttons that unfold: no title, and so no header. */}
        <TableCell
          className={`${classes.cell} ${classes.fold}`}
          variant="body"
          role="cell"
        />
      </TableRow>
    </TableHead>
  );
}
