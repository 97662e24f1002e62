import type {
  OpenVexDocument,
  OpenVexStatement,
} from 'backstage-plugin-security-posture-common';
import { PackageURL } from 'packageurl-js';
import { fingerprint } from './fingerprint';

/** What is said of one vulnerability in one package of one subject, and where it holds. */
export interface VexFact {
  vulnerability: string;
  aliases: string[];
  subject: { kind: string; name: string };
  /** Digests of an image, if any is known. */
  digests: string[];
  packageKey: string;
  said: Pick<
    OpenVexStatement,
    | 'status'
    | 'justification'
    | 'impact_statement'
    | 'action_statement'
    | 'action_statement_timestamp'
    | 'status_notes'
    | 'timestamp'
  >;
}

export interface VexContext {
  entityRef: string;
  author: string;
  /** Of the document; ISO 8601, UTC. */
  timestamp: string;
}

type Product = OpenVexStatement['products'][number];

/**
 * Makes an OpenVEX document. Facts that say the same of a vulnerability become
 * one statement about several products; the packages are its subcomponents.
 */
export function openVexDocument(
  facts: VexFact[],
  { entityRef, author, timestamp }: VexContext,
): OpenVexDocument {
  const statements = new Map<
    string,
    { statement: OpenVexStatement; products: Map<string, Product> }
  >();
  for (const { vulnerability, aliases, said, ...place } of facts) {
    const { timestamp: _, action_statement_timestamp: __, ...words } = said;
    const key = JSON.stringify([vulnerability, Object.entries(words).sort()]);
    const known = statements.get(key) ?? {
      statement: {
        vulnerability: {
          name: vulnerability,
          ...(aliases.length > 0 ? { aliases } : {}),
        },
        products: [],
        ...said,
      },
      products: new Map(),
    };
    statements.set(key, known);
    if (said.timestamp > known.statement.timestamp) {
      known.statement.timestamp = said.timestamp;
    }
    addProducts(known.products, place);
  }
  const listed = [...statements.values()].map(({ statement, products }) => ({
    ...statement,
    products: [...products.values()],
  }));
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `urn:security-posture:vex:${fingerprint(
      'vex',
      entityRef,
      JSON.stringify(listed),
    )}`,
    author,
    timestamp,
    version: 1,
    tooling: 'backstage-plugin-security-posture',
    statements: listed,
  };
}

function addProducts(
  products: Map<string, Product>,
  {
    subject,
    digests,
    packageKey,
  }: Pick<VexFact, 'subject' | 'digests' | 'packageKey'>,
): void {
  const part = packagePurl(packageKey);
  for (const product of productsOf(subject, digests)) {
    const known = products.get(product['@id']) ?? product;
    products.set(product['@id'], known);
    if (!part || known.subcomponents?.some(({ '@id': id }) => id === part)) {
      continue;
    }
    known.subcomponents = [...(known.subcomponents ?? []), { '@id': part }];
  }
}

function productsOf(
  { kind, name }: VexFact['subject'],
  digests: string[],
): Product[] {
  if (kind !== 'image') return [{ '@id': name }];
  const own = name.slice(name.lastIndexOf('/') + 1);
  const versions = digests.length > 0 ? digests : [undefined];
  return versions.map(digest => {
    const purl = new PackageURL(
      'oci',
      undefined,
      own,
      digest,
      { repository_url: name },
      undefined,
    ).toString();
    return { '@id': purl, identifiers: { purl } };
  });
}

/** The package URL, without a version, behind the key of a package. */
function packagePurl(key: string): string | undefined {
  const [type, ...path] = key.split('/');
  const name = path.pop();
  if (!type || !name) return undefined;
  try {
    return new PackageURL(
      type,
      path.join('/') || undefined,
      name,
      undefined,
      undefined,
      undefined,
    ).toString();
  } catch {
    return undefined;
  }
}
