import type { SourceSubject } from 'backstage-plugin-security-posture-node';
import { imageOfPurl } from '../../model/imageOfPurl';
import type { OpenVex, Statement } from './schema';

/** The one product that all statements speak of, else the document itself. */
export function readSubject(
  statements: Statement[],
  document: OpenVex,
): SourceSubject {
  // A product can have two names; the first stands for it.
  const names = statements.flatMap(({ products }) =>
    products.flatMap(product => product?.[0] ?? []),
  );
  const [name, ...others] = new Set(names);
  if (name === undefined || others.length > 0) {
    return { kind: 'artifact', name: document['@id'] ?? 'unknown' };
  }
  return imageOfPurl(name) ?? { kind: 'artifact', name };
}
