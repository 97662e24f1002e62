const operations: ReadonlyMap<string, string> = new Map([
  ['create', 'CREATE'],
  ['delete', 'DELETE'],
  ['deletecollection', 'DELETE'],
  ['patch', 'UPDATE'],
  ['update', 'UPDATE'],
]);

const connections: ReadonlySet<string> = new Set([
  'attach',
  'exec',
  'portforward',
  'proxy',
]);

/** The operation as admission calls it. */
export function operationOf(
  verb: string,
  subresource: string | undefined,
): string | undefined {
  return subresource && connections.has(subresource)
    ? 'CONNECT'
    : operations.get(verb);
}
