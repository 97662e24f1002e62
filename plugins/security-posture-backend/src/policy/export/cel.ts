/** Pieces of CEL, the language of admission policies, that expressions are put together from. */

/** Containers that a manifest sets. */
export const LASTING = 'variables.containers';

/** And those that somebody adds to debug. */
export const ALL = 'variables.allContainers';

/** A text as a literal; CEL reads the escapes of JSON. */
export function literal(text: string): string {
  return JSON.stringify(text);
}

export function literals(texts: readonly string[]): string {
  return `[${texts.map(literal).join(', ')}]`;
}

/** `has(c.a) && has(c.a.b)` for `c.a.b`: a field cannot be asked for before its parent is there. */
export function given(path: string): string {
  const [root, ...fields] = path.split('.');
  const start = root === 'variables' ? `${root}.${fields.shift()}` : root;
  return fields
    .map(
      (_, index) => `has(${[start, ...fields.slice(0, index + 1)].join('.')})`,
    )
    .join(' && ');
}

/** A condition that every container meets; in it, `c` is the container. */
export function every(containers: string, condition: string): string {
  return `${containers}.all(c, ${condition})`;
}

/** A flag that is there and set. */
export function isSet(path: string): string {
  return `${given(path)} && ${path}`;
}

/** A condition on each element of a list that may be missing; in it, `name` is the element. */
export function everyOf(path: string, name: string, condition: string): string {
  return `!(${given(path)}) || ${path}.all(${name}, ${condition})`;
}

/** A pattern as RE2 reads it, the engine of CEL. */
export function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
