import {
  firstLine,
  plainText,
  readImageReference,
  type ImageSubject,
  type SourceAlert,
} from 'backstage-plugin-security-posture-node';
import type { FalcoEvent, FalcoFields } from './schema';
import { readFalcoSeverity } from './severity';
import { subjectOfEvent } from './subject';

/** The alert behind an event of a rule. */
export function readAlert(
  event: FalcoEvent,
  cluster: string | undefined,
): SourceAlert {
  const { rule, hostname, time, uuid, output_fields: fields } = event;
  const isHost = fields['container.id'] === 'host';
  const container = isHost ? undefined : fields['container.name'];
  const image = isHost ? undefined : readImage(fields);
  const process = fields['proc.exepath'] ?? fields['proc.name'];
  const user = fields['user.name'] ?? fields['ka.user.name'];
  const pod = fields['k8s.pod.name'];
  const node = event.source === 'k8s_audit' ? undefined : hostname;
  return {
    subject: subjectOfEvent(event, cluster),
    rule: firstLine(rule),
    severity: readFalcoSeverity(event.priority, rule),
    message: plainText(event.output ?? event.message ?? rule),
    ...(time ? { at: time } : {}),
    ...(container ? { container: firstLine(container) } : {}),
    ...(image ? { image } : {}),
    ...(process ? { process: firstLine(process, 1000) } : {}),
    ...(user ? { user: firstLine(user) } : {}),
    ...(pod ? { pod: firstLine(pod) } : {}),
    ...(node ? { node: firstLine(node) } : {}),
    tags: readTags(event.tags),
    ...(uuid ? { eventId: firstLine(uuid, 100) } : {}),
  };
}

function readImage(fields: FalcoFields): ImageSubject | undefined {
  const repository = fields['container.image.repository'];
  if (!repository) return undefined;
  const image = readImageReference(repository);
  if (!image) return undefined;
  const tag = fields['container.image.tag'];
  const digest = fields['container.image.digest'];
  // A tag or digest that is not well-formed does not cost the image.
  return (
    readImageReference(
      `${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`,
    ) ??
    readImageReference(tag ? `${repository}:${tag}` : repository) ??
    image
  );
}

function readTags(tags: string[]): string[] {
  return tags.slice(0, 50).map(tag => firstLine(tag, 100));
}
