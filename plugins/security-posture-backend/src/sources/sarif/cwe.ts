import { Reference } from './schema';

/** `external/cwe/cwe-079`, `CWE-79: Cross-site Scripting` and `CWE-79`. */
const CWE = /^(?:external\/cwe\/)?cwe-0*(\d{1,5})(?![\w.-])/i;

/** The weaknesses among texts, each once, as `CWE-79`. */
export function cwesOf(texts: Iterable<unknown>): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const match = typeof text === 'string' ? CWE.exec(text.trim()) : null;
    if (match) found.add(`CWE-${match[1]}`);
  }
  return [...found];
}

/** The weakness that a reference into the taxonomy CWE names. */
export function cweOf({ id, toolComponent }: Reference): string | undefined {
  if (!id || toolComponent?.name?.toUpperCase() !== 'CWE') {
    return undefined;
  }
  return /^\d/.test(id) ? `CWE-${id}` : id;
}

/** The weaknesses that a result itself names in its taxa. */
export function cwesOfTaxa(taxa: unknown): string[] {
  if (!Array.isArray(taxa)) return [];
  return cwesOf(
    taxa.map(raw => {
      const reference = Reference.safeParse(raw).data;
      return reference && cweOf(reference);
    }),
  );
}
