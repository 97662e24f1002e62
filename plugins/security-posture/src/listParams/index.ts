export { readListParams } from './read';
export {
  withChoice,
  withLimit,
  withOrder,
  withText,
  withoutFilters,
} from './write';
export { pageSizes } from './types';
export type { Choices, Chosen, ListParams, ListShape, Order } from './types';
