import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Select from '@material-ui/core/Select';
import Typography from '@material-ui/core/Typography';
import { pageSizes } from '../../listParams';
import { securityPostureTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    select: { fontSize: theme.typography.body2.fontSize },
  }),
  { name: 'SecurityPosturePageSize' },
);

export interface PageSizeProps {
  limit: number;
  onResize: (limit: number) => void;
}

export function PageSize({ limit, onResize }: PageSizeProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <label className={classes.root}>
      <Typography variant="body2" color="textSecondary" component="span">
        {t('list.pageSize')}
      </Typography>
      <Select
        native
        disableUnderline
        className={classes.select}
        value={limit}
        onChange={event => onResize(Number(event.target.value))}
      >
        {pageSizes.map(size => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </Select>
    </label>
  );
}
