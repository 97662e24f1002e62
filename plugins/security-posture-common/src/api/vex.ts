import { z } from 'zod';
import { vexJustifications } from '../model';
import { timestamp } from './fields';

/** @public */
export const vexExportQuerySchema = z.object({
  entityRef: z.string().trim().min(1).max(500),
});

/** @public */
export type VexExportQuery = z.infer<typeof vexExportQuerySchema>;

/** @public */
export const openVexStatementSchema = z.object({
  vulnerability: z.object({
    name: z.string(),
    aliases: z.array(z.string()).optional(),
  }),
  products: z.array(
    z.object({
      '@id': z.string(),
      identifiers: z.object({ purl: z.string() }).optional(),
      subcomponents: z.array(z.object({ '@id': z.string() })).optional(),
    }),
  ),
  status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation']),
  justification: z.enum(vexJustifications).optional(),
  impact_statement: z.string().optional(),
  action_statement: z.string().optional(),
  action_statement_timestamp: timestamp.optional(),
  status_notes: z.string().optional(),
  timestamp,
});

/** @public */
export type OpenVexStatement = z.infer<typeof openVexStatementSchema>;

/** @public */
export const openVexDocumentSchema = z.object({
  '@context': z.literal('https://openvex.dev/ns/v0.2.0'),
  '@id': z.string(),
  author: z.string(),
  timestamp,
  version: z.number().int(),
  tooling: z.string(),
  statements: z.array(openVexStatementSchema),
});

/**
 * An OpenVEX 0.2.0 document.
 *
 * @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md
 * @public
 */
export type OpenVexDocument = z.infer<typeof openVexDocumentSchema>;
