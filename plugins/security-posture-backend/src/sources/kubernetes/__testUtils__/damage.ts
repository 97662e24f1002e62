/** What takes the place of some node of a document. */
export const replacements: unknown[] = [
  ...[null, undefined, true, -1, 1e308, '', 'text', '\u0000', '\ud800'],
  ...[[], [null], [[]], {}, { a: 1 }, { toString: null }],
  { seconds: { toString: null } },
];

/** The document with the node at `where` (0 to 1, in document order) replaced. */
export function damage(value: any, where: number, replacement: unknown): any {
  const index = Math.floor(where * size(value));
  let at = -1;
  function walk(node: any): any {
    at += 1;
    if (at === index) return replacement;
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(walk);
    return Object.fromEntries(
      Object.entries(node).map(([key, inner]) => [key, walk(inner)]),
    );
  }
  return walk(value);
}

function size(value: any): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((all, v) => all + size(v), 1);
}

export function sum(counts: Partial<Record<string, number>>): number {
  return Object.values(counts).reduce<number>((all, n) => all + (n ?? 0), 0);
}
