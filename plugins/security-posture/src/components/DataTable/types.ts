import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  title: string;
  /** The field that the backend can order by. */
  field?: string;
  /** The direction of the first click; ascending unless told. */
  first?: 'asc' | 'desc';
  width?: string;
  /** On a narrow screen: at the head of the entry, without its title. */
  lead?: boolean;
  /** Only where there is room for it; the details tell it too. */
  wide?: boolean;
  render: (row: Row) => ReactNode;
}
