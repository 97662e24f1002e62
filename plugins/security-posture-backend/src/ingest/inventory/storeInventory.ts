import type { Knex } from 'knex';
import { recordSensorEvents } from '../../store/operations/recordSensorEvents';
import { saveAttestations } from '../../store/operations/saveAttestations';
import { saveImageSettings } from '../../store/operations/saveImageSettings';
import { saveInventories } from '../../store/operations/saveInventories';
import { savePasses } from '../../store/operations/savePasses';
import { saveVexStatements } from '../../store/operations/saveVexStatements';
import { saveWorkloads } from '../../store/operations/saveWorkloads';
import { attestationRows } from './attestationRows';
import { imageRows } from './imageRows';
import type { InventoryReport } from './inventoryReport';
import { packageRows } from './packageRows';
import { passRows } from './passRows';
import { sensorRows } from './sensorRows';
import { vexRows } from './vexRows';
import { workloadRows } from './workloadRows';

export interface StoredInventory {
  /** Workloads that the reports mention: what follows from configuration is derived anew for them. */
  workloadIds: string[];
  /** Vulnerabilities about which a VEX statement was made, by all of their names. */
  vulnerabilitiesStated: string[];
}

/**
 * Stores what the reports of one body say beside problems: packages, images,
 * workloads, controls in order, attestations, VEX statements and the health of
 * sensors, in a number of statements that does not depend on how much it is.
 *
 * The subjects that they speak of must be stored and locked already.
 */
export async function storeInventory(
  tx: Knex,
  reports: InventoryReport[],
): Promise<StoredInventory> {
  const workloads = workloadRows(reports);
  const statements = vexRows(reports);
  await saveInventories(tx, packageRows(reports));
  await saveImageSettings(tx, imageRows(reports));
  await saveWorkloads(tx, workloads.rows);
  await savePasses(tx, passRows(reports));
  await saveAttestations(tx, attestationRows(reports));
  await saveVexStatements(tx, statements);
  await recordSensorEvents(tx, sensorRows(reports));
  return {
    workloadIds: workloads.subjectIds,
    vulnerabilitiesStated: [
      ...new Set(
        statements.flatMap(({ vulnerability }) => vulnerability ?? []),
      ),
    ],
  };
}
