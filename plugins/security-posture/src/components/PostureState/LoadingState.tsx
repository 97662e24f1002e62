import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    page: {
      display: 'grid',
      gap: theme.spacing(2),
      [theme.breakpoints.up('md')]: { gridTemplateColumns: 'repeat(3, 1fr)' },
    },
    list: { display: 'grid', gap: theme.spacing(1), padding: theme.spacing(2) },
    lines: { display: 'grid', gap: theme.spacing(1), maxWidth: 560 },
    wide: { gridColumn: '1 / -1' },
  }),
  { name: 'SecurityPostureLoadingState' },
);

export type LoadingShape = 'page' | 'list' | 'lines';

const blocks: Record<LoadingShape, { count: number; height: number }> = {
  page: { count: 3, height: 132 },
  list: { count: 6, height: 36 },
  lines: { count: 2, height: 18 },
};

/** The outline of what is to come. */
export function LoadingState({ shape }: { shape: LoadingShape }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { count, height } = blocks[shape];
  return (
    <div
      className={classes[shape]}
      role="status"
      aria-busy
      aria-label={t('state.title.loading')}
      data-state="loading"
    >
      {shape === 'page' && (
        <Skeleton className={classes.wide} variant="rect" height={120} />
      )}
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} variant="rect" height={height} />
      ))}
      {shape === 'page' && (
        <Skeleton className={classes.wide} variant="rect" height={280} />
      )}
    </div>
  );
}
