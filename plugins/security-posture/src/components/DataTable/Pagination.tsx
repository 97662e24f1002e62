import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { securityPostureTranslationRef } from '../../translation';
import { PageSize } from './PageSize';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      paddingTop: theme.spacing(1),
    },
    turn: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
  }),
  { name: 'SecurityPosturePagination' },
);

export interface PaginationProps {
  pageIndex: number;
  limit: number;
  /** On this page. */
  count: number;
  totalItems: number;
  onResize: (limit: number) => void;
  /** Absent on the first page. */
  onPrevious?: () => void;
  /** Absent on the last page. */
  onNext?: () => void;
}

/** Which part of the list is shown, and the way to the others. */
export function Pagination(props: PaginationProps) {
  const { pageIndex, limit, count, totalItems } = props;
  const { onResize, onPrevious, onNext } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const before = pageIndex * limit;
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary" aria-live="polite">
        {t('list.range', {
          from: (before + 1).toLocaleString(),
          to: (before + count).toLocaleString(),
          total: totalItems.toLocaleString(),
        })}
      </Typography>
      <div className={classes.turn}>
        <PageSize limit={limit} onResize={onResize} />
        <IconButton
          size="small"
          aria-label={t('list.previous')}
          disabled={!onPrevious}
          onClick={onPrevious}
        >
          <ChevronLeftIcon />
        </IconButton>
        <IconButton
          size="small"
          aria-label={t('list.next')}
          disabled={!onNext}
          onClick={onNext}
        >
          <ChevronRightIcon />
        </IconButton>
      </div>
    </div>
  );
}
