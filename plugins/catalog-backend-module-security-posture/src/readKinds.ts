/** Whether Security Posture reads its annotations on entities of a kind. */
export function isReadKind(kind: string): boolean {
  return /^(component|resource)$/i.test(kind);
}
