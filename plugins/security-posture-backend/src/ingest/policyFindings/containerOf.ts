// "container "app" must …" of Pod Security, "container <app> has …" of
// Gatekeeper, "Container 'app' …" of RHACS.
const CONTAINER =
  /\bcontainers? ["'<`]([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)["'>`]/gi;
const SEVERAL = /\bcontainers ["'<`][^"'>`\n]{1,63}["'>`],/i;

/** The container that a message speaks of, if it is one alone. */
export function containerOf(message: string | undefined): string | undefined {
  if (!message || SEVERAL.test(message)) return undefined;
  const names = new Set<string>();
  for (const [, name] of message.slice(0, 4000).matchAll(CONTAINER)) {
    names.add(name);
  }
  const [name] = names;
  return names.size === 1 ? name : undefined;
}
