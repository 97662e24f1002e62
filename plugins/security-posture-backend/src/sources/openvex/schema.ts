import { lenient, plainText } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

function line(text: string | undefined): string | undefined {
  return text === undefined ? undefined : plainText(text, 500) || undefined;
}

function requiredLine(text: string): string {
  return plainText(text, 500);
}

const Line = lenient.text.transform(line);

const RequiredLine = z
  .string()
  .transform(requiredLine)
  .pipe(z.string().min(1, 'expected a text'));

/** The readable elements of a list; `undefined` stands for the others. */
function listOf<S extends z.ZodType>(element: S) {
  return z.array(element.optional().catch(undefined)).default([]).catch([]);
}

/** A plain text until 0.0.1. */
const Vulnerability = z.union([
  RequiredLine.transform(name => ({ name, aliases: [] })),
  z.object({ name: RequiredLine, aliases: listOf(RequiredLine) }),
]);

/** A plain text until 0.0.1. */
const Product = z.union([
  RequiredLine.transform(id => [id]),
  z
    .object({
      '@id': Line,
      identifiers: z.object({ purl: Line }).optional().catch(undefined),
    })
    .transform(product =>
      [product.identifiers?.purl, product['@id']].filter(
        id => id !== undefined,
      ),
    ),
]);

export const Statement = z.object({
  vulnerability: Vulnerability,
  products: listOf(Product),
  status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation']),
  justification: Line,
  impact_statement: lenient.text,
  action_statement: lenient.text,
  status_notes: lenient.text,
  timestamp: lenient.timestamp,
  last_updated: lenient.timestamp,
});

export type Statement = z.infer<typeof Statement>;

export const OpenVex = z.object({
  '@context': z.string(),
  '@id': Line,
  author: Line,
  timestamp: lenient.timestamp,
  last_updated: lenient.timestamp,
  tooling: Line,
  statements: z.unknown(),
});

export type OpenVex = z.infer<typeof OpenVex>;
