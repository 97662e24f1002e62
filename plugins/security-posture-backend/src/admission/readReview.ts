import { InputError } from '@backstage/errors';
import {
  plainText,
  type ImageSubject,
  type SourceSubject,
  type SourceWorkload,
} from 'backstage-plugin-security-posture-node';
import { ANNOTATION_BREAK_GLASS } from '../policy';
import {
  AdmissionReview,
  type AdmissionRequest,
} from '../sources/admissionreview/schema';
import { subjectOfRequest } from '../sources/admissionreview/subject';
import { isRecord, textOf, valueAt } from '../sources/kubernetes/fields';
import { isInventory, readObject } from '../sources/kubernetes/workload';

/** What the API server asks, read. */
export interface AdmissionQuestion {
  uid: string;
  apiVersion: string;
  subject: SourceSubject;
  kind: string;
  operation: string;
  actor?: string;
  /** Nothing may change because of it. */
  isDryRun: boolean;
  /** What runs pods; undefined: there is nothing to judge. */
  workload?: SourceWorkload;
  images: ImageSubject[];
  /** The kind is none that could be read, though it is new or changed. */
  isUnknownKind: boolean;
  /** Why the policy is to be passed over. */
  breakGlass?: string;
}

/** Kinds that are known to run nothing, and are not part of the inventory either. */
const harmless =
  /^(Lease|Event|Endpoints|EndpointSlice|TokenReview|SubjectAccessReview|PodDisruptionBudget|HorizontalPodAutoscaler|PersistentVolumeClaim|ControllerRevision|Binding|Scale)$/;

/**
 * Reads an AdmissionReview of admission.k8s.io/v1.
 *
 * @throws InputError naming what is wrong, for the caller to answer with 400
 */
export function readReview(body: unknown, cluster?: string): AdmissionQuestion {
  if (!isRecord(body)) {
    throw new InputError('Expected an AdmissionReview as a JSON object');
  }
  const { apiVersion, kind } = body;
  if (kind !== 'AdmissionReview' || apiVersion !== 'admission.k8s.io/v1') {
    throw new InputError(
      `Expected apiVersion admission.k8s.io/v1 and kind AdmissionReview, got ${told(
        apiVersion,
      )} and ${told(kind)}`,
    );
  }
  const parsed = AdmissionReview.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `${issue.path.join('.') || 'request'}: ${issue.message}`,
    );
  }
  return questionOf(parsed.data.request, apiVersion, cluster);
}

function questionOf(
  request: AdmissionRequest,
  apiVersion: string,
  cluster: string | undefined,
): AdmissionQuestion {
  const { uid, operation = 'CREATE', namespace, object, subResource } = request;
  const kind =
    textOf(valueAt(object, ['kind'])) ?? request.kind?.kind ?? 'Unknown';
  const question: AdmissionQuestion = {
    uid: plainText(uid, 200),
    apiVersion,
    subject: subjectOfRequest(request, cluster),
    kind: plainText(kind, 100),
    operation,
    actor: textOf(valueAt(request.userInfo, ['username'])),
    isDryRun: request.dryRun ?? false,
    images: [],
    isUnknownKind: false,
  };
  const changes = operation === 'CREATE' || operation === 'UPDATE';
  if (!changes || subResource) return question;
  if (!isRecord(object)) {
    throw new InputError(`request.object: expected the object to ${operation}`);
  }
  if (!isInventory(object)) {
    return { ...question, isUnknownKind: !harmless.test(kind) };
  }
  const read = readObject(object, { cluster, namespace });
  if (typeof read === 'string') throw new InputError(`request.object: ${read}`);
  const { workload } = read;
  if (workload.containers.length === 0) return question;
  const reason = breakGlassOf(object);
  return {
    ...question,
    workload,
    images: imagesOf(workload),
    ...(reason === undefined ? {} : { breakGlass: reason }),
  };
}

/** Of the object or of its pods. Present but empty is an attempt without a reason. */
function breakGlassOf(object: unknown): string | undefined {
  for (const path of [
    ['metadata', 'annotations'],
    ['spec', 'template', 'metadata', 'annotations'],
    ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations'],
  ]) {
    const reason = valueAt(object, [...path, ANNOTATION_BREAK_GLASS]);
    if (typeof reason === 'string') return plainText(reason.trim(), 500);
  }
  return undefined;
}

function imagesOf({ containers }: SourceWorkload): ImageSubject[] {
  const images = new Map<string, ImageSubject>();
  for (const { image } of containers) {
    if (image) {
      images.set([image.name, image.tag, image.digest].join(' '), image);
    }
  }
  return [...images.values()];
}

function told(value: unknown): string {
  return typeof value === 'string' ? `'${value.slice(0, 100)}'` : 'none';
}
