import { plainText } from 'backstage-plugin-security-posture-node';
import { fingerprint } from '../../model/fingerprint';
import { storedSubject } from '../../model/subject';
import type { Row } from '../../store/tables';
import { artifactOf, type InventoryReport } from './inventoryReport';

const MAX_TEXT = 1000;

/**
 * The attestations of some reports, each once. That one document could not
 * prove a statement takes nothing from another that did.
 */
export function attestationRows(
  reports: InventoryReport[],
): Row<'attestations'>[] {
  const rows = new Map<string, Row<'attestations'>>();
  const text = (value: string | undefined) =>
    value === undefined ? undefined : plainText(value, MAX_TEXT);
  for (const told of reports) {
    for (const stated of told.report.attestations) {
      const identity = {
        subject_id: storedSubject(stated.subject).id,
        digest: artifactOf(stated.subject, told),
        predicate_type: plainText(stated.predicateType, MAX_TEXT),
        builder_id: text(stated.builderId),
        source_repository: text(stated.sourceRepository),
        source_commit: text(stated.sourceCommit),
        signer: text(stated.signer),
        issuer: text(stated.issuer),
      };
      const parts = Object.values(identity).map(value => value ?? '');
      const id = fingerprint('attestation', ...parts);
      const known = rows.get(id);
      rows.set(id, {
        id,
        ...identity,
        verified: stated.verified || known?.verified === true,
        finished_at: stated.finishedAt ?? known?.finished_at,
        received_at: told.at,
      });
    }
  }
  return [...rows.values()];
}
