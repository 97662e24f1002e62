import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableContainer from '@material-ui/core/TableContainer';
import type { ReactNode } from 'react';
import type { Order } from '../../listParams';
import { DataRow } from './DataRow';
import { HeaderRow } from './HeaderRow';
import { SortSelect } from './SortSelect';
import type { Column } from './types';

const useStyles = makeStyles(
  theme => ({
    table: {
      [theme.breakpoints.down('sm')]: { display: 'block' },
      [theme.breakpoints.up('md')]: { tableLayout: 'fixed', minWidth: 640 },
    },
    body: {
      transition: theme.transitions.create('opacity'),
      '&[aria-busy="true"]': { opacity: 0.5 },
      [theme.breakpoints.down('sm')]: { display: 'block' },
    },
  }),
  { name: 'SecurityPostureDataTable' },
);

export interface DataTableProps<Row extends { id: string }> {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  /** Absent for rows in an order of their own. */
  order?: Order;
  onSort?: (order: Order) => void;
  /** Whether newer rows are on their way. */
  busy?: boolean;
  /** Of the button that unfolds a row. */
  nameOf: (row: Row) => string;
  details: (row: Row) => ReactNode;
}

/**
 * A table whose rows unfold, ordered by the backend. On a narrow screen each
 * row becomes an entry with its own titles.
 */
export function DataTable<Row extends { id: string }>(
  props: DataTableProps<Row>,
) {
  const { label, columns, rows, order, onSort, busy, nameOf, details } = props;
  const classes = useStyles();
  return (
    <>
      <SortSelect columns={columns} order={order} onSort={onSort} />
      <TableContainer>
        {/* The roles outlive the display values of the narrow layout. */}
        <Table
          className={classes.table}
          size="small"
          role="table"
          aria-label={label}
        >
          <HeaderRow columns={columns} order={order} onSort={onSort} />
          <TableBody
            className={classes.body}
            role="rowgroup"
            aria-busy={busy ?? false}
          >
            {rows.map(row => (
              <DataRow
                key={row.id}
                row={row}
                columns={columns}
                name={nameOf(row)}
                details={details}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
}
