import {
  ReportBuilder,
  type Source,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { isRecord } from '../kubernetes/fields';
import { oneLine } from '../kubernetes/oneLine';
import { placeSubject } from '../kubernetes/subject';
import { isInventory, readObject } from '../kubernetes/workload';
import { decisionsOf, readRulings } from './decisions';
import { AdmissionRequest, AdmissionResponse, AdmissionReview } from './schema';
import { subjectOfRequest } from './subject';

/** AdmissionReview of admission.k8s.io/v1 and v1beta1, or its request alone. */
export const admissionreviewSource: Source = {
  id: 'admissionreview',
  title: 'Kubernetes admission review',
  stage: 'deploy',
  looksLike:
    'kind AdmissionReview, or a request with uid, operation and object',
  recognise(document) {
    if (!isRecord(document)) return false;
    const { apiVersion, kind } = document;
    if (kind === 'AdmissionReview') {
      return (
        apiVersion === undefined ||
        (typeof apiVersion === 'string' &&
          apiVersion.startsWith('admission.k8s.io/'))
      );
    }
    return isBareRequest(document);
  },
  parse(documents, { cluster }) {
    return documents.map(document => reportOf(document, cluster));
  },
};

function isBareRequest(document: Record<string, unknown>): boolean {
  const { uid, operation, kind } = document;
  return (
    typeof uid === 'string' &&
    typeof operation === 'string' &&
    isRecord(kind) &&
    typeof kind.kind === 'string' &&
    Object.hasOwn(document, 'object')
  );
}

function reportOf(
  { value, path }: SourceDocument,
  cluster: string | undefined,
): SourceReport {
  const review =
    isRecord(value) && isBareRequest(value) ? { request: value } : value;
  const parsed = AdmissionReview.safeParse(review);
  const builder = new ReportBuilder({
    tool: { name: 'kube-apiserver' },
    subject: parsed.success
      ? subjectOfRequest(parsed.data.request, cluster)
      : placeSubject(undefined, cluster),
  });
  if (parsed.success) keepReview(parsed.data, path, builder, cluster);
  else skipReview(review, path, builder);
  return builder.report;
}

function skipReview(
  review: unknown,
  path: string,
  builder: ReportBuilder,
): void {
  const kind = isRecord(review) && review.response ? 'decision' : 'workload';
  builder.one(kind, review, path, AdmissionReview, () => undefined);
}

function keepReview(
  { request, response }: AdmissionReview,
  path: string,
  builder: ReportBuilder,
  cluster: string | undefined,
): void {
  const isAnswered = response !== undefined && response !== null;
  if (isAnswered && !keepResponse(request, response, path, builder)) return;
  const { object, operation, dryRun, namespace, subResource } = request;
  if (isAnswered && (subResource || !isInventory(object))) return;
  builder.count('workload');
  const skip = (reason: string) =>
    builder.skip('workload', `${path}.request`, reason);
  if (dryRun) {
    skip('the request was a dry run');
  } else if (subResource) {
    skip(`subResource: ${oneLine(subResource)} is no configuration`);
  } else if (!isRecord(object)) {
    skip(`object: ${oneLine(operation ?? 'the request')} carries none`);
  } else {
    const read = readObject(object, { cluster, namespace });
    if (typeof read === 'string') {
      skip(`object: ${read}`);
      return;
    }
    for (const problem of read.problems) {
      builder.warn(`${path}.request.object.${problem}`);
    }
    builder.report.workloads.push(read.workload);
  }
}

/** Keeps what was decided; tells whether the request was let in. */
function keepResponse(
  request: AdmissionRequest,
  response: unknown,
  path: string,
  builder: ReportBuilder,
): boolean {
  const at = `${path}.response`;
  const parsed = AdmissionResponse.safeParse(response);
  if (!parsed.success) {
    builder.one('decision', response, at, AdmissionResponse, () => undefined);
    return false;
  }
  const rulings = readRulings(parsed.data);
  builder.count('decision', rulings.length);
  if (request.dryRun) {
    rulings.forEach(() =>
      builder.skip('decision', at, 'the request was a dry run'),
    );
    return false;
  }
  const { report } = builder;
  report.decisions.push(...decisionsOf(rulings, request, report.subject));
  return parsed.data.allowed;
}
