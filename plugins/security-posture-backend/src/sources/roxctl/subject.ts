import {
  plainText,
  readImageReference,
  readWorkload,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { Metadata } from './schema';

/** The image or deployment that was checked. */
export function subjectOf(
  { id, additionalInfo }: Metadata,
  cluster: string | undefined,
): SourceSubject {
  const { name, type, namespace } = additionalInfo ?? {};
  if (name && type && type !== 'image') {
    return readWorkload({
      kind: plainText(type, 100),
      name: plainText(name, 300),
      ...(namespace ? { namespace: plainText(namespace, 300) } : {}),
      ...(cluster ? { cluster } : {}),
    });
  }
  const checked = name ?? (id === 'unknown' ? undefined : id);
  const image =
    name || isReference(id) ? readImageReference(checked) : undefined;
  return (
    image ?? {
      kind: 'artifact',
      name: plainText(checked ?? '', 600) || 'unknown',
    }
  );
}

// Ids of deployments are UUIDs, which could pass for images of Docker Hub.
function isReference(id: string | undefined): boolean {
  return id !== undefined && /[/:@]/.test(id);
}
