export { FilterBar, type FilterBarProps } from './FilterBar';
export { FilterMenu, type FilterMenuProps } from './FilterMenu';
export {
  FilterOptions,
  type FilterOption,
  type FilterOptionsProps,
} from './FilterOptions';
export { FilterToggle, type FilterToggleProps } from './FilterToggle';
