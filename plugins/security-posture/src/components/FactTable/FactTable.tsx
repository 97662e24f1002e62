import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    table: {
      maxWidth: 900,
      marginTop: theme.spacing(0.5),
      [theme.breakpoints.up('md')]: {
        display: 'table',
        width: '100%',
        borderCollapse: 'collapse',
        tableLayout: 'fixed',
      },
    },
    head: {
      display: 'table-header-group',
      [theme.breakpoints.down('sm')]: { display: 'none' },
    },
    body: {
      [theme.breakpoints.up('md')]: { display: 'table-row-group' },
    },
    title: {
      display: 'table-cell',
      padding: theme.spacing(0.5, 2, 0.5, 0),
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12),
    },
    row: {
      [theme.breakpoints.up('md')]: { display: 'table-row' },
      [theme.breakpoints.down('sm')]: {
        display: 'grid',
        gap: theme.spacing(0.25),
        padding: theme.spacing(0.75, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    cell: {
      display: 'table-cell',
      padding: theme.spacing(0.5, 2, 0.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      verticalAlign: 'top',
      [theme.breakpoints.down('sm')]: {
        display: 'grid',
        gridTemplateColumns: '88px minmax(0, 1fr)',
        gap: theme.spacing(1),
        padding: 0,
        border: 0,
        '&::before': {
          content: 'attr(data-title)',
          color: theme.palette.text.secondary,
        },
      },
    },
  }),
  { name: 'SecurityPostureFactTable' },
);

export interface FactColumn<Row> {
  title: string;
  width?: string;
  render: (row: Row) => ReactNode;
}

export interface FactTableProps<Row> {
  title: string;
  /** Below the title. */
  remark?: ReactNode;
  columns: FactColumn<Row>[];
  rows: Row[];
}

/** A small table of a few facts; on a narrow screen a list. Nothing without rows. */
export function FactTable<Row>(props: FactTableProps<Row>) {
  const { title, remark, columns, rows } = props;
  const classes = useStyles();
  if (rows.length === 0) return null;
  return (
    <section className={classes.root}>
      <Typography variant="body2" component="h3">
        <strong>{title}</strong>
      </Typography>
      {remark}
      {/* No table elements: the narrow layout would take their roles away. */}
      <div className={classes.table} role="table" aria-label={title}>
        <div className={classes.head} role="rowgroup">
          <div className={classes.row} role="row">
            {columns.map(column => (
              <div
                key={column.title}
                className={classes.title}
                role="columnheader"
                style={{ width: column.width }}
              >
                {column.title}
              </div>
            ))}
          </div>
        </div>
        <div className={classes.body} role="rowgroup">
          {rows.map((row, index) => (
            <div key={index} className={classes.row} role="row">
              {columns.map(column => (
                <div
                  key={column.title}
                  className={classes.cell}
                  role="cell"
                  data-title={column.title}
                >
                  <div>{column.render(row)}</div>
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
