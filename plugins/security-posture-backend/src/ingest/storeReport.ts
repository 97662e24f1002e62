import type {
  ReportQuery,
  ReportReceipt,
} from 'backstage-plugin-security-posture-common';
import type {
  Source,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { mapSubjects, type MappingIndex } from '../mapping';
import { digestOf, storedSubject } from '../model/subject';
import { advanceScopes } from '../store/operations/advanceScopes';
import { insertReport } from '../store/operations/insertReport';
import { reconcileFindings } from '../store/operations/reconcileFindings';
import { recordAlerts } from '../store/operations/recordAlerts';
import { recordDecisions } from '../store/operations/recordDecisions';
import { saveFreshness } from '../store/operations/saveFreshness';
import { pinSubjects } from '../store/operations/pinSubjects';
import { saveSubjects } from '../store/operations/saveSubjects';
import { saveWorkloadImages } from '../store/operations/saveWorkloadImages';
import { findMapping } from '../store/readModels/findMapping';
import { alertRows } from './alertRows';
import { decisionRows } from './decisionRows';
import { findingRows } from './findingRows';
import { freshnessRows } from './freshnessRows';
import { receiptFor } from './receipt';
import { ScopeIndex } from './scopes';
import { subjectsOf } from './subjectsOf';

export interface StoredDocument {
  source: Source;
  report: SourceReport;
  query: ReportQuery;
  bodyHash: string;
  position: number;
  sender: string;
  receivedAt: Date;
}

/** Stores one report and all that follows from it, within the given transaction. */
export async function storeReport(
  knex: Knex,
  index: MappingIndex,
  {
    source,
    report,
    query,
    bodyHash,
    position,
    sender,
    receivedAt,
  }: StoredDocument,
): Promise<ReportReceipt> {
  const id = randomUUID();
  const received = receivedAt.toISOString();
  // A clock that runs ahead must not make a report the newest for ever.
  const at =
    report.generatedAt && report.generatedAt < received
      ? report.generatedAt
      : received;
  const { spoken, images } = subjectsOf(report);
  await saveSubjects(
    knex,
    [
      ...spoken,
      ...images.map(({ image }) => image),
      storedSubject(report.subject),
    ],
    received,
  );
  await saveWorkloadImages(
    knex,
    images.map(({ workload, image, digest }) => ({
      workloadId: workload.id,
      imageId: image.id,
      digest,
    })),
    received,
  );
  if (query.entityRef) await pinSubjects(knex, spoken, query.entityRef);
  await mapSubjects(knex, index, [
    ...spoken,
    ...images.map(({ image }) => image),
  ]);

  const scopes = ScopeIndex.of(source.id, report, at);
  const found = findingRows(report, id, at, scopes);
  const alerts = alertRows(source.id, report, id, at, scopes);
  const decisions = decisionRows(report, id, at, scopes);
  const overtaken = await advanceScopes(knex, scopes.rows(), at);
  const current = (scopeId: string | undefined) =>
    scopeId === undefined || !overtaken.has(scopeId);
  const observations = [...found.observations, ...alerts.observations].filter(
    ({ finding_id, scope_id }) =>
      current(scope_id) ||
      alerts.findings.some(alert => alert.id === finding_id),
  );
  const observed = new Set(observations.map(({ finding_id }) => finding_id));
  const changes = await reconcileFindings(knex, {
    reportId: id,
    at,
    findings: [...found.findings, ...alerts.findings].filter(finding =>
      observed.has(finding.id),
    ),
    observations,
    completeScopeIds: scopes.completeIds('findings').filter(current),
  });
  await recordAlerts(knex, alerts.groups);
  await recordDecisions(
    knex,
    id,
    at,
    decisions.filter(({ scope_id }) => current(scope_id)),
    scopes.completeIds('decisions').filter(current),
  );
  await saveFreshness(knex, freshnessRows(source, report, id, at));

  const mapping = await findMapping(
    knex,
    spoken.map(subject => subject.id),
  );
  const receipt = receiptFor({
    id,
    source,
    report,
    received,
    spoken,
    mapping,
    changes,
    overtaken: overtaken.size > 0,
    complete:
      report.scopes.length > 0 &&
      report.scopes.every(({ complete }) => complete),
  });
  await insertReport(knex, {
    bodyHash,
    position,
    subjectId: storedSubject(report.subject).id,
    digest: digestOf(report.subject),
    branch: query.branch ?? report.branch,
    commit: query.commit ?? report.commit,
    runUrl: query.runUrl,
    sender,
    receipt,
  });
  return receipt;
}
