import { lenient, requiredLine } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** A plain text until 0.0.1. */
const Vulnerability = z.union([
  requiredLine.transform(name => ({ name, aliases: [] })),
  z.object({ name: requiredLine, aliases: lenient.list(requiredLine) }),
]);

/** A plain text until 0.0.1. */
const Product = z.union([
  requiredLine.transform(id => [id]),
  z
    .object({
      '@id': lenient.line,
      identifiers: lenient.part(z.object({ purl: lenient.line })),
    })
    .transform(product =>
      [product.identifiers?.purl, product['@id']].filter(
        id => id !== undefined,
      ),
    ),
]);

export const Statement = z.object({
  vulnerability: Vulnerability,
  products: lenient.list(Product),
  status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation']),
  justification: lenient.line,
  impact_statement: lenient.text,
  action_statement: lenient.text,
  status_notes: lenient.text,
  timestamp: lenient.timestamp,
  last_updated: lenient.timestamp,
});

export type Statement = z.infer<typeof Statement>;

export const OpenVex = z.object({
  '@context': z.string(),
  '@id': lenient.line,
  author: lenient.line,
  timestamp: lenient.timestamp,
  last_updated: lenient.timestamp,
  tooling: lenient.line,
  statements: z.unknown(),
});

export type OpenVex = z.infer<typeof OpenVex>;
