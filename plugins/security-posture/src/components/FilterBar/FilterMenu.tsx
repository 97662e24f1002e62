import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useState } from 'react';
import { securityPostureTranslationRef } from '../../translation';
import { FilterChip } from './FilterChip';

export interface FilterMenuProps<V extends string> {
  label: string;
  values: readonly V[];
  chosen: readonly V[];
  wordOf: (value: V) => string;
  onChoose: (values: V[]) => void;
}

/** A filter of several values; none chosen means any. */
export function FilterMenu<V extends string>(props: FilterMenuProps<V>) {
  const { label, values, chosen, wordOf, onChoose } = props;
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const toggle = (value: V) =>
    onChoose(
      values.filter(other => chosen.includes(other) !== (other === value)),
    );
  return (
    <>
      <FilterChip
        active={chosen.length > 0}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        endIcon={<ArrowDropDownIcon aria-hidden />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {chosen.length === 0 && label}
        {chosen.length === 1 &&
          t('filter.one', { label, value: wordOf(chosen[0]) })}
        {chosen.length > 1 &&
          t('filter.many', { label, number: String(chosen.length) })}
      </FilterChip>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-label': label, dense: true }}
      >
        {values.map(value => (
          <MenuItem
            key={value}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(value)}
            onClick={() => toggle(value)}
          >
            <Checkbox
              size="small"
              color="primary"
              edge="start"
              tabIndex={-1}
              disableRipple
              checked={chosen.includes(value)}
              inputProps={{ 'aria-hidden': true }}
            />
            {wordOf(value)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
