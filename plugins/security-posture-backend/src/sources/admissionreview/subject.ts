import type { SourceSubject } from 'backstage-plugin-security-posture-node';
import { isRecord } from '../kubernetes/fields';
import { nameOfObject } from '../kubernetes/metadata';
import { KubernetesObject } from '../kubernetes/schema';
import { objectSubject, placeSubject } from '../kubernetes/subject';
import type { AdmissionRequest } from './schema';

/** The object that a request is about; one that is deleted is the old object. */
export function subjectOfRequest(
  request: AdmissionRequest,
  cluster: string | undefined,
): SourceSubject {
  const { namespace, name, kind, subResource, object, oldObject } = request;
  const whole = KubernetesObject.safeParse(
    isRecord(object) ? object : oldObject,
  );
  if (whole.success && !subResource) {
    const { metadata } = whole.data;
    const named = nameOfObject(whole.data.kind, metadata, {
      cluster,
      namespace,
    });
    if (named) return objectSubject(named);
  }
  return kind && name
    ? objectSubject({ cluster, namespace, kind: kindName(request), name })
    : placeSubject(namespace, cluster);
}

/** Sessions are connected to pods, with options as their object. */
function kindName({ kind, subResource, operation }: AdmissionRequest): string {
  if (operation === 'CONNECT' && subResource) return 'Pod';
  return kind?.kind ?? 'Unknown';
}
