/** The values that each filter of a list knows, by the name of its URL parameter. */
export type Choices = Record<string, readonly string[]>;

export type Chosen<C extends Choices> = { [K in keyof C]: C[K][number][] };

export interface Order<F extends string = string> {
  field: F;
  direction: 'asc' | 'desc';
}

/** What a list can be asked, and what it is asked when the URL says nothing. */
export interface ListShape<C extends Choices, F extends string = string> {
  choices: C;
  defaults: Partial<Chosen<C>>;
  fields: readonly F[];
  defaultOrder: Order<F>;
}

export interface ListParams<C extends Choices, F extends string = string> {
  chosen: Chosen<C>;
  text: string;
  order: Order<F>;
  limit: number;
  /** Whether anything differs from what is shown at first. */
  filtered: boolean;
}

export const pageSizes = [10, 25, 50, 100] as const;
export const defaultPageSize = 25;

/** The value of a parameter that says: do not filter, although a default would. */
export const ANY = 'any';

export const textParam = 'q';
export const orderParam = 'orderBy';
export const limitParam = 'limit';
