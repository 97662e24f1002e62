import {
  plainText,
  type SourceVexStatement,
} from 'backstage-plugin-security-posture-node';
import type { OpenVex, Statement } from './schema';

const statuses = {
  not_affected: 'not-affected',
  affected: 'affected',
  fixed: 'fixed',
  under_investigation: 'under-investigation',
} as const;

/** Whether an identifier names a product, rather than all of them. */
const WILDCARD = /^[*%?\s]*$/;

/**
 * Reads a statement of a document.
 *
 * @returns the reason why it cannot be kept, as a text
 */
export function readStatement(
  statement: Statement,
  { author, timestamp }: OpenVex,
): SourceVexStatement | string {
  const { vulnerability, status, justification } = statement;
  const products = readProducts(statement);
  if (products.length === 0) {
    return 'products: expected at least one product with an "@id" or a purl';
  }
  // Without a reason the specification calls the statement invalid, and it
  // would hide a finding on nobody's word.
  if (
    status === 'not_affected' &&
    !justification &&
    !statement.impact_statement
  ) {
    return 'not_affected: expected a justification or an impact_statement';
  }
  const said =
    statement.impact_statement ??
    statement.action_statement ??
    statement.status_notes;
  return {
    vulnerability: vulnerability.name,
    aliases: [
      ...new Set(vulnerability.aliases.flatMap(alias => alias ?? [])),
    ].filter(alias => alias !== vulnerability.name),
    products,
    status: statuses[status],
    justification,
    statement: said ? plainText(said) : undefined,
    author,
    at: statement.last_updated ?? statement.timestamp ?? timestamp,
  };
}

function readProducts({ products }: Statement): string[] {
  const ids = products.flatMap(product => product ?? []);
  return [...new Set(ids)].filter(id => !WILDCARD.test(id));
}
