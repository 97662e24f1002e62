/** Values by key, in the order in which they came. */
export function grouped<R, V>(
  rows: Iterable<R>,
  keyOf: (row: R) => string,
  valueOf: (row: R) => V,
): Map<string, V[]> {
  const values = new Map<string, V[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = values.get(key);
    if (own) own.push(valueOf(row));
    else values.set(key, [valueOf(row)]);
  }
  return values;
}
