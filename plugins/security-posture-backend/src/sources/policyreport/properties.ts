/** Whether a value is an object with fields, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of the named properties that holds a text or a number. */
export function readProperty(
  properties: unknown,
  ...names: string[]
): string | undefined {
  if (!isRecord(properties)) return undefined;
  for (const name of names) {
    const value = Object.hasOwn(properties, name)
      ? properties[name]
      : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}
