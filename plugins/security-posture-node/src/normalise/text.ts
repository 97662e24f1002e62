// Control characters, and characters that change the direction or hide: they
// let a report draw something else than it says.
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Nearly all texts hold nothing of it, and are found plain at once. */
const UNUSUAL = /[^\t\n\r -~…]/;
const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Plain text out of a report: no control or direction characters, at most
 * `length` characters. PostgreSQL refuses NUL and lone surrogates.
 *
 * @public
 */
export function plainText(text: string, length: number = 4000): string {
  const short = text.length > length ? `${text.slice(0, length - 1)}…` : text;
  if (!UNUSUAL.test(short)) return short.trim();
  return short
    .replace(UNPRINTABLE, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .trim();
}

/**
 * The first line of a text, for titles.
 *
 * @public
 */
export function firstLine(text: string, length: number = 300): string {
  const trimmed = text.trimStart();
  const end = trimmed.indexOf('\n');
  return plainText(end < 0 ? trimmed : trimmed.slice(0, end), length);
}

// What the URL parser would hand back as it is: lower-case host names, and no
// characters or segments (`.`, `%2e`) that it rewrites.
const CANONICAL_LINK =
  /^https?:\/\/(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?:\/(?![.%])[\w~!$&()*+,;=:@%.-]*)+(?:\?[\w~!$&()*+,;=:@%./?-]*)?(?:#[\w~!$&()*+,;=:@%./?-]*)?$/;

/**
 * A link that is safe to show: `http:` or `https:`, without credentials.
 *
 * @returns undefined for anything else, `javascript:` included
 * @public
 */
export function readLink(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined;
  if (CANONICAL_LINK.test(value)) return value;
  const text = value.trim();
  if (!/^https?:\/\//i.test(text) || /[\s<>"`\\]/.test(text)) return undefined;
  try {
    const url = new URL(text);
    return url.username || url.password ? undefined : url.href;
  } catch {
    return undefined;
  }
}

/**
 * The safe links of a list, each once, at most `most`.
 *
 * @public
 */
export function readLinks(values: unknown, most: number = 20): string[] {
  if (!Array.isArray(values)) return [];
  const links: string[] = [];
  for (let at = 0; at < values.length && links.length < most; at += 1) {
    const link = readLink(values[at]);
    if (link && !links.includes(link)) links.push(link);
  }
  return links;
}
