import type { SourceSubject } from 'backstage-plugin-security-posture-node';
import { nameOfGenerated, nameOfObject } from '../kubernetes/metadata';
import { objectSubject, placeSubject } from '../kubernetes/subject';
import type { Violation } from './dialects';
import { metadataOf, type AuditRequest } from './request';
import { kindOfResource } from './resources';

const SENTENCE =
  /^([a-z0-9.-]{1,253}) "([^"\n]{1,253})" is (?:forbidden|invalid): /;

/**
 * The object that a request was about. Pods that a controller makes have no
 * name in `objectRef`: their owner, or the message, tells which workload it is.
 */
export function subjectOfRequest(
  request: AuditRequest,
  cluster: string | undefined,
  named?: Violation['object'],
): SourceSubject {
  const { resource, namespace, name } = request;
  const whole = metadataOf(request);
  // The object of a subresource may be another: the options of an exec.
  if (whole && (!resource || whole.kind === kindOfResource(resource))) {
    const object = nameOfObject(whole.kind, whole.metadata, {
      cluster,
      namespace,
    });
    if (object) return objectSubject(object);
  }
  if (resource && name) {
    const kind = kindOfResource(resource);
    return objectSubject({ cluster, namespace, kind, name });
  }
  if (named) return objectSubject({ cluster, namespace, ...named });
  const quoted = objectOfSentence(request);
  return quoted
    ? objectSubject({ cluster, namespace, ...quoted })
    : placeSubject(namespace, cluster);
}

/** `pods "shop-5cdcc99dbf-" is forbidden: …` */
function objectOfSentence({ message }: AuditRequest) {
  const match = message ? SENTENCE.exec(message) : null;
  if (!match || match[2] === 'Unknown') return undefined;
  const kind = kindOfResource(match[1].split('.')[0]);
  const quoted = match[2];
  const name = quoted.endsWith('-') ? nameOfGenerated(kind, quoted) : quoted;
  return name ? { kind, name } : undefined;
}
