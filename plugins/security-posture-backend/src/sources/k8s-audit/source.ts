import {
  ReportBuilder,
  type Source,
  type SourceDocument,
} from 'backstage-plugin-security-posture-node';
import { isRecord } from '../kubernetes/fields';
import { placeSubject } from '../kubernetes/subject';
import { keepAccess } from './alert';
import type { Batch } from './batch';
import { keepDecisions } from './decisions';
import { keepObject } from './inventory';
import { readRequest, type AuditRequest } from './request';
import { AuditEvent } from './schema';

/** Audit events of the Kubernetes API server: audit.k8s.io/v1, and v1beta1 before it. */
export const k8sAuditSource: Source = {
  id: 'k8s-audit',
  title: 'Kubernetes audit log',
  stage: 'deploy',
  looksLike: 'apiVersion audit.k8s.io/… or an auditID with stage and verb',
  recognise(document) {
    if (!isRecord(document)) return false;
    const { apiVersion, kind } = document;
    if (kind !== undefined && kind !== 'Event' && kind !== 'EventList') {
      return false;
    }
    if (typeof apiVersion === 'string') {
      return apiVersion.startsWith('audit.k8s.io/') && kind !== undefined;
    }
    // The items of a list, and some log shippers, leave the type out.
    return Object.hasOwn(document, 'auditID');
  },
  parse(documents, { cluster }) {
    const builder = new ReportBuilder({
      tool: { name: 'kube-apiserver' },
      subject: placeSubject(undefined, cluster),
    });
    const batch: Batch = {
      builder,
      cluster,
      seen: new Map(),
      sessions: new Set(),
    };
    for (const document of documents) keepDocument(document, batch);
    return [builder.report];
  },
};

function keepDocument({ value, path }: SourceDocument, batch: Batch): void {
  if (isRecord(value) && value.kind === 'EventList') {
    const { items } = value;
    if (Array.isArray(items)) {
      items.forEach((item, index) =>
        keepEvent(item, `${path}.items[${index}]`, batch),
      );
      return;
    }
  }
  keepEvent(value, path, batch);
}

function keepEvent(value: unknown, path: string, batch: Batch): void {
  const { builder, seen } = batch;
  const parsed = AuditEvent.safeParse(value);
  if (!parsed.success) {
    builder.one('event', value, path, AuditEvent, () => undefined);
    return;
  }
  const request = readRequest(parsed.data);
  const delivery = `${request.id} ${parsed.data.stage}`;
  const first = seen.get(delivery);
  if (first !== undefined) {
    builder.count('event');
    builder.skip('event', path, `the same event as ${first}`);
    return;
  }
  seen.set(delivery, path);
  if (!keepOutcome(request, path, batch)) builder.count('event');
}

/** Keeps what a finished request was decided to be; tells whether that was more than an event. */
function keepOutcome(
  request: AuditRequest,
  path: string,
  batch: Batch,
): boolean {
  const { stage } = request.event;
  if (request.isDryRun) return false;
  if (stage === 'ResponseStarted') {
    // Sessions last: their end may be hours away.
    const isAccess = keepAccess(request, batch);
    if (isAccess) batch.sessions.add(request.id);
    return isAccess;
  }
  if (stage !== 'ResponseComplete') return false;
  keepObject(request, path, batch);
  const isDecided = keepDecisions(request, path, batch);
  if (isDecided || batch.sessions.has(request.id)) return isDecided;
  return keepAccess(request, batch);
}
