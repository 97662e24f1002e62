import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useState, type ReactNode } from 'react';
import { securityPostureTranslationRef } from '../../translation';
import { useRowStyles } from './rowStyles';
import type { Column } from './types';

export interface DataRowProps<Row extends { id: string }> {
  row: Row;
  columns: Column<Row>[];
  name: string;
  details: (row: Row) => ReactNode;
}

/** A row, and below it, once unfolded, its details. */
export function DataRow<Row extends { id: string }>(props: DataRowProps<Row>) {
  const { row, columns, name, details } = props;
  const classes = useRowStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const [open, setOpen] = useState(false);
  // An id may hold anything but white space.
  const detailsId = `security-posture-${encodeURIComponent(row.id)}`;
  return (
    <>
      <TableRow className={classes.row} role="row">
        {columns.map(column => (
          <TableCell
            key={column.id}
            className={`${classes.cell} ${column.wide ? classes.wide : ''}`}
            role="cell"
            data-title={column.lead ? undefined : column.title}
          >
            <div className={classes.value}>{column.render(row)}</div>
          </TableCell>
        ))}
        <TableCell className={`${classes.cell} ${classes.fold}`} role="cell">
          <IconButton
            size="small"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            aria-label={t('list.details', { name })}
            onClick={() => setOpen(!open)}
          >
            <ExpandMoreIcon
              className={open ? classes.turned : classes.chevron}
            />
          </IconButton>
        </TableCell>
      </TableRow>
      {open && (
        <TableRow className={classes.detailsRow} role="row">
          <TableCell
            id={detailsId}
            className={classes.details}
            role="cell"
            colSpan={columns.length + 1}
          >
            {details(row)}
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
