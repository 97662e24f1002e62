import type { Order } from '../../listParams';
import type { Column } from './types';

const opposite = { asc: 'desc', desc: 'asc' } as const;

/** The order after a click on a column: its own first direction, then the other. */
export function nextOrder<Row>(
  { field = '', first = 'asc' }: Pick<Column<Row>, 'field' | 'first'>,
  order: Order,
): Order {
  const again = field === order.field;
  return { field, direction: again ? opposite[order.direction] : first };
}

export function reversed({ field, direction }: Order): Order {
  return { field, direction: opposite[direction] };
}
