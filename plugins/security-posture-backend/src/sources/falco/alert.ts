import {
  firstLine,
  plainText,
  readImageReference,
  type ImageSubject,
  type SourceAlert,
} from 'backstage-plugin-security-posture-node';
import { textField } from './fields';
import type { FalcoEvent } from './schema';
import { readFalcoSeverity } from './severity';
import { subjectOfEvent } from './subject';

/** The alert behind an event of a rule. */
export function readAlert(
  event: FalcoEvent,
  cluster: string | undefined,
): SourceAlert {
  const { rule, hostname, time, uuid } = event;
  const isHost = textField(event, 'container.id') === 'host';
  const container = isHost ? undefined : textField(event, 'container.name');
  const image = isHost ? undefined : readImage(event);
  const process =
    textField(event, 'proc.exepath') ?? textField(event, 'proc.name');
  const user =
    textField(event, 'user.name') ?? textField(event, 'ka.user.name');
  const pod = textField(event, 'k8s.pod.name');
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

function readImage(event: FalcoEvent): ImageSubject | undefined {
  const repository = textField(event, 'container.image.repository');
  if (!repository) return undefined;
  const image = readImageReference(repository);
  if (!image) return undefined;
  const tag = textField(event, 'container.image.tag');
  const digest = textField(event, 'container.image.digest');
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
