import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { securityPostureTranslationRef } from '../../translation';
import { SearchField } from './SearchField';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      paddingBottom: theme.spacing(1),
    },
    search: {
      flex: '1 1 200px',
      maxWidth: 280,
      marginLeft: 'auto',
      [theme.breakpoints.down('sm')]: { flexBasis: '100%', maxWidth: 'none' },
    },
  }),
  { name: 'SecurityPostureFilterBar' },
);

export interface FilterBarProps {
  text: string;
  placeholder: string;
  onSearch: (text: string) => void;
  /** Present when there is something to clear. */
  onClear?: () => void;
  /** The filters. */
  children: ReactNode;
}

export function FilterBar(props: FilterBarProps) {
  const { text, placeholder, onSearch, onClear, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  return (
    <div className={classes.root} role="search">
      {children}
      {onClear && (
        <Button size="small" color="primary" onClick={onClear}>
          {t('button.clearFilters')}
        </Button>
      )}
      <div className={classes.search}>
        <SearchField
          text={text}
          placeholder={placeholder}
          onSearch={onSearch}
        />
      </div>
    </div>
  );
}
