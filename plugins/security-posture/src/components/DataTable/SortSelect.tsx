import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import type { Order } from '../../listParams';
import { securityPostureTranslationRef } from '../../translation';
import type { HeaderRowProps } from './HeaderRow';
import { nextOrder, reversed } from './nextOrder';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      padding: theme.spacing(1, 0),
      [theme.breakpoints.up('md')]: { display: 'none' },
    },
  }),
  { name: 'SecurityPostureSortSelect' },
);

/** What the table's titles do, where a narrow screen hides them. Nothing where they do nothing. */
export function SortSelect<Row>(props: HeaderRowProps<Row>) {
  const { columns, order, onSort } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  if (!order || !onSort || !columns.some(({ field }) => field)) return null;
  const ascending = order.direction === 'asc';
  const choose = (field: string): Order =>
    nextOrder(columns.find(column => column.field === field) ?? {}, order);
  return (
    <div className={classes.root}>
      <TextField
        id="security-posture-sort"
        select
        size="small"
        variant="outlined"
        label={t('list.sortBy')}
        value={order.field}
        onChange={event => onSort(choose(event.target.value))}
        SelectProps={{ native: true }}
      >
        {columns.map(
          ({ id, field, title }) =>
            field && (
              <option key={id} value={field}>
                {title}
              </option>
            ),
        )}
      </TextField>
      <IconButton
        size="small"
        aria-label={t(ascending ? 'list.ascending' : 'list.descending')}
        onClick={() => onSort(reversed(order))}
      >
        {ascending ? <ArrowUpwardIcon /> : <ArrowDownwardIcon />}
      </IconButton>
    </div>
  );
}
