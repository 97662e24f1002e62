import fc from 'fast-check';

/** What takes the place of a node: other types, and what has hurt readers before. */
const replacements: unknown[] = [
  ...[null, undefined, true, 0, -1.5, 1e308, '', 'text'],
  ...['\u0000', '\ud800', '__proto__', 'javascript:alert(1)'],
  ...[[], [null], [[]], [null, 'x'], {}, { a: 1 }, { toString: null }],
  { seconds: { toString: null } },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
];

const PLACES = 1_000_000;

/**
 * Copies of a JSON value in which some nodes are something else: for properties
 * of readers, with fast-check.
 *
 * @public
 */
export function damaged(value: unknown): fc.Arbitrary<unknown> {
  // Not fc.double: half of all doubles are next to 0, and so are half of its values.
  const places = fc.nat(PLACES - 1).map(place => place / PLACES);
  return fc
    .array(fc.tuple(places, fc.constantFrom(...replacements)), {
      minLength: 1,
      maxLength: 6,
    })
    .map(changes =>
      changes.reduce<unknown>(
        (copy, [where, replacement]) => replaceNode(copy, where, replacement),
        value,
      ),
    );
}

/** The value with the node at `where` (0 to 1, in document order) replaced, never all of it. */
function replaceNode(
  value: unknown,
  where: number,
  replacement: unknown,
): unknown {
  const index = 1 + Math.floor(where * (size(value) - 1));
  let at = -1;
  const walk = (node: unknown): unknown => {
    at += 1;
    if (at === index) return structuredClone(replacement);
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(walk);
    return Object.fromEntries(
      Object.entries(node).map(([key, child]) => [key, walk(child)]),
    );
  };
  return walk(value);
}

function size(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>(
    (sum, child) => sum + size(child),
    1,
  );
}
