import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import ClearIcon from '@material-ui/icons/Clear';
import SearchIcon from '@material-ui/icons/Search';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { securityPostureTranslationRef } from '../../translation';

const QUIET_MS = 300;

const useStyles = makeStyles(
  theme => ({
    input: {
      padding: theme.spacing(0.75, 0),
      fontSize: theme.typography.body2.fontSize,
    },
  }),
  { name: 'SecurityPostureSearchField' },
);

export interface SearchFieldProps {
  text: string;
  placeholder: string;
  onSearch: (text: string) => void;
}

/** Searches once the typing rests. */
export function SearchField(props: SearchFieldProps) {
  const { text, placeholder, onSearch } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useDebounce(
    () => {
      if (typed.trim() !== text) onSearch(typed);
    },
    QUIET_MS,
    [typed],
  );
  return (
    <TextField
      fullWidth
      size="small"
      variant="outlined"
      value={typed}
      placeholder={placeholder}
      onChange={event => setTyped(event.target.value)}
      inputProps={{
        className: classes.input,
        'aria-label': placeholder,
        maxLength: 200,
      }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" aria-hidden />
          </InputAdornment>
        ),
        endAdornment: typed && (
          <IconButton
            size="small"
            edge="end"
            aria-label={t('list.clearSearch')}
            onClick={() => setTyped('')}
          >
            <ClearIcon fontSize="small" />
          </IconButton>
        ),
      }}
    />
  );
}
