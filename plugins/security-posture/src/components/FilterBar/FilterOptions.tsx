import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useState } from 'react';
import { securityPostureTranslationRef } from '../../translation';
import { FilterChip } from './FilterChip';

export interface FilterOption {
  word: string;
  chosen: boolean;
  onToggle: () => void;
}

export interface FilterOptionsProps {
  label: string;
  options: FilterOption[];
}

/** A chip that says what is chosen, and opens a menu of what can be. */
export function FilterOptions({ label, options }: FilterOptionsProps) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const chosen = options.filter(option => option.chosen);
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
          t('filter.one', { label, value: chosen[0].word })}
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
        {options.map(option => (
          <MenuItem
            key={option.word}
            role="menuitemcheckbox"
            aria-checked={option.chosen}
            onClick={option.onToggle}
          >
            <Checkbox
              size="small"
              color="primary"
              edge="start"
              tabIndex={-1}
              disableRipple
              checked={option.chosen}
              inputProps={{ 'aria-hidden': true }}
            />
            {option.word}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
