import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import {
  readListParams,
  withChoice,
  withLimit,
  withOrder,
  withText,
  withoutFilters,
  type Choices,
  type ListParams,
  type ListShape,
  type Order,
} from '../listParams';

export interface ListActions<C extends Choices> {
  choose: (name: keyof C & string, values: readonly string[]) => void;
  search: (text: string) => void;
  sort: (order: Order) => void;
  resize: (limit: number) => void;
  clear: () => void;
  /** To the page that `cursor` names. */
  next: (cursor: string) => void;
  previous: () => void;
}

export interface ListQuery<C extends Choices, F extends string = string>
  extends ListParams<C, F>,
    ListActions<C> {
  cursor?: string;
  /** 0 for the first page. */
  pageIndex: number;
}

function readCursors(state: unknown): string[] {
  if (typeof state !== 'object' || state === null) return [];
  if (!('cursors' in state) || !Array.isArray(state.cursors)) return [];
  return state.cursors.filter(cursor => typeof cursor === 'string');
}

/**
 * Filters, order and page size live in the URL. The cursors of the pages that
 * were turned live in the history entry, so that the browser's own buttons turn
 * pages too, and any other change starts at the first page.
 */
export function useListParams<C extends Choices, F extends string>(
  shape: ListShape<C, F>,
): ListQuery<C, F> {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();

  return useMemo(() => {
    const cursors = readCursors(state);
    const turn = (to: string[]) =>
      setSearch(search, { state: { cursors: to } });
    return {
      ...readListParams(search, shape),
      cursor: cursors.at(-1),
      pageIndex: cursors.length,
      choose: (name, values) =>
        setSearch(withChoice(search, shape, name, values)),
      search: text => setSearch(withText(search, text), { replace: true }),
      sort: order => setSearch(withOrder(search, shape, order)),
      resize: limit => setSearch(withLimit(search, limit)),
      clear: () => setSearch(withoutFilters(search, shape)),
      next: cursor => turn([...cursors, cursor]),
      previous: () => turn(cursors.slice(0, -1)),
    };
  }, [search, setSearch, shape, state]);
}
