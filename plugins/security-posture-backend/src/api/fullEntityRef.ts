import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** An entity reference in full form, where the kind or the namespace may be left out. */
export function fullEntityRef(text: string, defaultKind = 'component'): string {
  const match = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text);
  if (!match) {
    throw new InputError(
      `entityRef: '${text}' is not of the form kind:namespace/name`,
    );
  }
  const [, kind = defaultKind, namespace = 'default', name] = match;
  return stringifyEntityRef({ kind, namespace, name });
}
