export { FilterBar, type FilterBarProps } from './FilterBar';
export { FilterMenu, type FilterMenuProps } from './FilterMenu';
export { FilterToggle, type FilterToggleProps } from './FilterToggle';
