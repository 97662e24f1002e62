const STAND_IN = 'any-text';
const HOST_STAND_IN = 'any.host';

/** A pattern as one of the names that it matches, to be read like a name. */
export interface Named {
  name: string;
  /** Puts the wildcards back into what was made of the name. */
  restore(name: string): string;
}

/** `*.acme.io/shop-*` as `any.host/shop-any-text`. */
export function namedBy(pattern: string): Named {
  const slash = pattern.indexOf('/');
  const host = slash < 0 ? '' : pattern.slice(0, slash);
  const anyHost = host.includes('*');
  const rest = anyHost ? pattern.slice(slash) : pattern;
  return {
    name: `${anyHost ? HOST_STAND_IN : ''}${rest.replace(/\*+/g, STAND_IN)}`,
    restore: name =>
      (anyHost ? name.replace(HOST_STAND_IN, () => host) : name)
        .split(STAND_IN)
        .join('*'),
  };
}

/** A pattern such as `*shop*`: without a slash, its wildcards stand for any. */
export function isBarePattern(text: string): boolean {
  return /^[\w.*-]+$/.test(text) && text.includes('*');
}
