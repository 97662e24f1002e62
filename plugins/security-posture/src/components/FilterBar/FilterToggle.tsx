import CheckIcon from '@material-ui/icons/Check';
import { FilterChip } from './FilterChip';

export interface FilterToggleProps {
  label: string;
  active: boolean;
  onToggle: (active: boolean) => void;
}

/** A filter that is on or off. */
export function FilterToggle({ label, active, onToggle }: FilterToggleProps) {
  return (
    <FilterChip
      active={active}
      aria-pressed={active}
      startIcon={active ? <CheckIcon aria-hidden /> : undefined}
      onClick={() => onToggle(!active)}
    >
      {label}
    </FilterChip>
  );
}
