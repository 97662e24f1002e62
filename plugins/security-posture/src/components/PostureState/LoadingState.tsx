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
    wide: { gridColumn: '1 / -1' },
  }),
  { name: 'SecurityPostureLoadingState' },
);

export type LoadingShape = 'page' | 'list';

/** The outline of what is to come. */
export function LoadingState({ shape }: { shape: LoadingShape }) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const [count, height] = shape === 'page' ? [3, 132] : [6, 36];
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
