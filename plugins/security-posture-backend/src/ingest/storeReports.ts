import type { ReportReceipt } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type { MappingIndex } from '../mapping';
import { reportedProblem } from '../model/finding';
import { digestOf, storedSubject } from '../model/subject';
import { insertReports } from '../store/operations/insertReports';
import {
  lockForIngest,
  lockForMaintenance,
} from '../store/operations/lockFindings';
import { recordAlerts } from '../store/operations/recordAlerts';
import { recordDecisions } from '../store/operations/recordDecisions';
import { saveFreshness } from '../store/operations/saveFreshness';
import { findBranches } from '../store/readModels/findBranches';
import { findCanonicalIds } from '../store/readModels/findCanonicalIds';
import { findMapping } from '../store/readModels/findMapping';
import { digestsOf, isOfBuild, isVersioned } from './artifactRows';
import { countChanges } from './countChanges';
import { countingSubjects } from './countingSubjects';
import { decisionRows } from './decisionRows';
import { evidenceOf, type ReportEvidence } from './evidenceOf';
import { followStatements } from './followStatements';
import type { FollowUpRules } from './followUp';
import { freshnessRows } from './freshnessRows';
import { storeInventory } from './inventory/storeInventory';
import {
  orderedTime,
  type DeliveryFacts,
  type PreparedReport,
} from './preparedReport';
import { receiptFor } from './receipt';
import {
  reconcile,
  type Reconciliation,
  type ReportToReconcile,
} from './reconcile';
import { inRounds } from './rounds';
import { ScopeIndex } from './scopes';
import { storeArtifacts } from './storeArtifacts';
import { mapMentioned, storeSubjects } from './storeSubjects';

/** A report with what it tells, ready to be brought in line with the store. */
interface ReadReport extends ReportEvidence, ReportToReconcile {
  index: ScopeIndex;
}

export interface StoredReports {
  receipts: ReportReceipt[];
  /** Workloads whose configuration may have changed. */
  workloadIds: string[];
}

/**
 * Stores the reports of one body and all that follows from them, within the
 * given transaction, in a number of statements that depends neither on the size
 * of a report nor on how many of them share no scope.
 */
export async function storeReports(
  tx: Knex,
  mapping: MappingIndex,
  reports: PreparedReport[],
  delivery: DeliveryFacts,
  rules: FollowUpRules,
): Promise<StoredReports> {
  const now = delivery.receivedAt.toISOString();
  // VEX statements speak of findings of any subject.
  const states = reports.some(({ report }) => report.vexStatements.length > 0);
  await (states ? lockForMaintenance(tx) : lockForIngest(tx));
  await storeSubjects(tx, reports, delivery);
  const branches = await findBranches(tx, versionedSubjects(reports));
  const branchesOf = (id: string) => branches.get(id) ?? [];
  const flipped = await storeArtifacts(tx, reports, branchesOf, now);
  await mapMentioned(tx, mapping, reports);
  const inventory = await storeInventory(
    tx,
    reports.map(prepared => ({
      id: prepared.id,
      sourceId: prepared.source.id,
      at: prepared.at,
      report: prepared.report,
      digestOf: digestsOf(prepared, branchesOf),
    })),
  );

  const canonical = await findCanonicalIds(tx, vulnerabilities(reports));
  const read = reports.map(prepared =>
    readReport(prepared, canonical, branchesOf),
  );
  const results = new Map<ReadReport, Reconciliation>();
  const rounds = inRounds(read, ({ index }) =>
    index.all().map(({ row }) => row.id),
  );
  for (const [round, batch] of rounds.entries()) {
    const first = round === 0 ? flipped : new Map<string, string>();
    const result = await reconcile(tx, batch, first, rules, now);
    for (const report of batch) results.set(report, result);
    await recordEvents(tx, batch, result);
  }
  await followStatements(tx, inventory.vulnerabilitiesStated, now);
  const counts = await countingSubjects(tx, reports, branchesOf);
  await saveFreshness(
    tx,
    reports.flatMap(prepared => {
      const { source, report, id, at } = prepared;
      return freshnessRows(source, report, id, at, subject =>
        counts(prepared, subject),
      );
    }),
  );
  return {
    receipts: await keepReceipts(tx, results, delivery),
    workloadIds: inventory.workloadIds,
  };
}

function versionedSubjects(reports: PreparedReport[]): Set<string> {
  const subjects = reports.flatMap(({ spoken }) => spoken.filter(isVersioned));
  return new Set(subjects.map(({ id }) => id));
}

function vulnerabilities(reports: PreparedReport[]): Set<string> {
  const findings = reports.flatMap(({ report }) => report.findings);
  return new Set(
    findings
      .filter(({ kind }) => kind === 'vulnerability')
      .map(reportedProblem),
  );
}

function readReport(
  prepared: PreparedReport,
  canonical: ReadonlyMap<string, string>,
  branchesOf: (subjectId: string) => string[],
): ReadReport {
  const { id, at, source, report } = prepared;
  const index = ScopeIndex.of({
    sourceId: source.id,
    report,
    reportId: id,
    at,
    ofBuild: isOfBuild(prepared),
    digestOf: digestsOf(prepared, branchesOf),
  });
  const read = evidenceOf(report, index, {
    sourceId: source.id,
    reportId: id,
    at,
    canonical,
  });
  // Decisions may fall into scopes that nobody declared.
  decisionRows([{ prepared, index }]);
  return { prepared, index, ...read, scopes: index.all() };
}

/** Folds the decisions and the runtime events of reports into what is known. */
async function recordEvents(
  tx: Knex,
  reports: ReadReport[],
  { overtaken }: Reconciliation,
): Promise<void> {
  await recordAlerts(
    tx,
    reports.flatMap(({ alerts }) => alerts),
  );
  const current = reports
    .flatMap(({ scopes }) => scopes)
    .filter(({ row }) => row.kind === 'policy' && !overtaken.has(row.id));
  const rows = decisionRows(reports);
  if (rows.length + current.length === 0) return;
  await recordDecisions(
    tx,
    rows.filter(({ scope_id: id }) => id === undefined || !overtaken.has(id)),
    {
      reportIds: reports.map(({ prepared }) => prepared.id),
      completeScopeIds: current
        .filter(({ complete }) => complete)
        .map(({ row }) => row.id),
    },
  );
}

async function keepReceipts(
  tx: Knex,
  results: Map<ReadReport, Reconciliation>,
  { query, bodyHash, sender, receivedAt }: DeliveryFacts,
): Promise<ReportReceipt[]> {
  const reports = [...results.keys()];
  const mapping = await findMapping(tx, [
    ...new Set(
      reports.flatMap(({ prepared }) => prepared.spoken.map(({ id }) => id)),
    ),
  ]);
  const body = {
    shown: new Set(
      reports.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
    ),
    told: new Set<string>(),
  };
  const kept = [...results].map(([read, result]) => {
    const { prepared } = read;
    const receipt = receiptFor({
      prepared,
      received: receivedAt.toISOString(),
      mapping,
      changes: countChanges(read, result, body),
      overtaken: read.scopes.some(({ row }) => result.overtaken.has(row.id)),
      emptied: read.scopes.reduce(
        (sum, { row }) => sum + (result.emptied.get(row.id) ?? 0),
        0,
      ),
    });
    return {
      bodyHash,
      position: prepared.position,
      stage: prepared.source.stage,
      subjectId: storedSubject(prepared.report.subject).id,
      orderedAt: orderedTime(prepared.report),
      digest: digestOf(prepared.report.subject),
      branch: prepared.branch,
      commit: prepared.commit,
      runUrl: query.runUrl,
      sender,
      receipt,
    };
  });
  await insertReports(tx, kept);
  return kept
    .sort((a, b) => a.position - b.position)
    .map(({ receipt }) => receipt);
}
