import type {
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { storedSubject } from '../../../model/subject';
import { saveSubjects } from '../../../store/operations/saveSubjects';
import type { InventoryReport } from '../inventoryReport';
import { storeInventory } from '../storeInventory';

export const image = (digest?: string): SourceSubject => ({
  kind: 'image',
  name: 'ghcr.io/acme/shop',
  digest,
});

export const cluster: SourceSubject = { kind: 'cluster', name: 'prod' };

export const workload = (name = 'shop') => ({
  kind: 'workload' as const,
  cluster: 'prod',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name,
});

/** Noon of a day. */
export const day = (n: number) =>
  new Date(Date.UTC(2026, 10, n, 12)).toISOString();

let reports = 0;

/** A report of a source at a time, with the parts that matter. */
export function told(
  sourceId: string,
  at: string,
  parts: Partial<SourceReport>,
): InventoryReport {
  reports += 1;
  return {
    id: `report ${reports}`,
    sourceId,
    at,
    report: {
      tool: { name: sourceId },
      subject: image(),
      scopes: [],
      findings: [],
      decisions: [],
      alerts: [],
      workloads: [],
      packages: [],
      passes: [],
      attestations: [],
      vexStatements: [],
      sensorEvents: [],
      read: {},
      skipped: [],
      skippedByKind: {},
      skippedTotal: 0,
      warnings: [],
      ...parts,
    },
  };
}

/** Stores reports as one body, with the subjects that they speak of. */
export async function store(knex: Knex, ...body: InventoryReport[]) {
  return knex.transaction(async tx => {
    const subjects = body.flatMap(({ report }) => [
      report.subject,
      ...[
        ...report.packages,
        ...report.passes,
        ...report.scopes,
        ...report.workloads,
        ...report.attestations,
        ...(report.images ?? []),
      ].flatMap(({ subject }) => subject ?? []),
    ]);
    await saveSubjects(tx, subjects.map(storedSubject), day(1));
    return storeInventory(tx, body);
  });
}

/** How many statements a piece of work takes. */
export async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<number> {
  let count = 0;
  const listen = () => {
    count += 1;
  };
  knex.on('query', listen);
  await work();
  knex.removeListener('query', listen);
  return count;
}
