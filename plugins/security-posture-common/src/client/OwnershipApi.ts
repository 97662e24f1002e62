import type {
  OwnershipSummary,
  OwnershipWorkloadsPage,
  OwnershipWorkloadsQuery,
  UnmappedPage,
  UnmappedQuery,
} from '../api';
import type { RequestOptions } from './SecurityPostureApi';
import type { QueryInput } from './url';

/**
 * Who owns what runs. Every method rejects with a ResponseError, 403 if the
 * caller may not ask.
 *
 * @public
 */
export interface OwnershipApi {
  /** How much of what runs has an owner, over all that the caller may read. */
  getOwnership(options?: RequestOptions): Promise<OwnershipSummary>;
  /** The workloads with who owns each, how that is known, and the repair. */
  listOwnershipWorkloads(
    query?: QueryInput<OwnershipWorkloadsQuery>,
    options?: RequestOptions,
  ): Promise<OwnershipWorkloadsPage>;
  /** What no component claims, with the components that may. */
  listUnmapped(
    query?: QueryInput<UnmappedQuery>,
    options?: RequestOptions,
  ): Promise<UnmappedPage>;
}
