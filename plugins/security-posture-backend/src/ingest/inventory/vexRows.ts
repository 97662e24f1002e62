import { plainText } from 'backstage-plugin-security-posture-node';
import { fingerprint } from '../../model/fingerprint';
import { vulnerabilityId } from '../../model/vulnerabilityId';
import type { Row } from '../../store/tables';
import { earlier, Newest, type InventoryReport } from './inventoryReport';

/** Longer names do not fit into an index, and nobody writes them. */
const MAX_NAME = 300;
const MAX_PRODUCT = 1000;

/**
 * The VEX statements of some reports, one row for each name of the
 * vulnerability and each product: a finding may know any of the names.
 */
export function vexRows(reports: InventoryReport[]): Row<'vex_statements'>[] {
  const newest = new Newest<Row<'vex_statements'>>();
  for (const { id: reportId, at: reportAt, report } of reports) {
    for (const statement of report.vexStatements) {
      const { vulnerability, aliases, products, status, at } = statement;
      const statedAt = earlier(at, reportAt);
      const author = statement.author && plainText(statement.author, MAX_NAME);
      const names = new Set(
        [vulnerability, ...aliases].map(name =>
          vulnerabilityId(plainText(name, MAX_NAME)),
        ),
      );
      for (const name of names) {
        for (const given of products) {
          const product = plainText(given, MAX_PRODUCT);
          const id = fingerprint('vex', name, product, author ?? '');
          newest.set(id, statedAt, {
            id,
            vulnerability: name,
            product,
            status,
            justification: statement.justification,
            statement: statement.statement && plainText(statement.statement),
            author,
            report_id: reportId,
            stated_at: statedAt,
          });
        }
      }
    }
  }
  return newest.rows();
}
