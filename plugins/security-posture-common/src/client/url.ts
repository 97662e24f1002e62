/**
 * The query of a list as a caller writes it: every part optional, `orderBy` as
 * `field:asc` or `field:desc`.
 *
 * @public
 */
export type QueryInput<Q> = {
  [K in keyof Q]?: K extends 'orderBy' ? string : Q[K];
};

/** `component:default/shop` as `entities/component/default/shop`. */
export function entityPath(entityRef: string): string {
  const match = /^([^:/]+):([^:/]+)\/([^:/]+)$/.exec(entityRef);
  if (!match) {
    throw new TypeError(
      `Entity reference '${entityRef}' is not of the form kind:namespace/name`,
    );
  }
  return `entities/${match.slice(1).map(encodeURIComponent).join('/')}`;
}

export function toSearch(query: object = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (text !== '') search.set(key, text);
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
