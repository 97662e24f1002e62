import type { Severity } from 'backstage-plugin-security-posture-common';
import {
  firstLine,
  plainText,
  readSeverity,
  readTimestamp,
  type SourceAlert,
} from 'backstage-plugin-security-posture-node';
import { targetOf } from './argument';
import type { EventType } from './eventType';
import { imageOf, type Place, subjectOf } from './place';
import type { PolicyEvent, Surroundings } from './schema';

const ENFORCED = /_ACTION_(SIGKILL|OVERRIDE|NOTIFYENFORCER|NOTIFYKILLER)$/;

export function isEnforced({ action, return_action }: PolicyEvent): boolean {
  return ENFORCED.test(action ?? '') || ENFORCED.test(return_action ?? '');
}

/** Arguments and environment may hold secrets and are left out. */
export function readAlert(
  type: EventType,
  event: PolicyEvent,
  surroundings: Surroundings,
  place: Place,
): SourceAlert {
  const { process } = event;
  const { pod } = process;
  const at = readTimestamp(surroundings.time);
  const image = imageOf(pod);
  const container = pod?.container?.name;
  const user = process.user?.name ?? process.uid?.toString();
  const id = eventId(type, event, surroundings);
  const tags = tagsOf(event);
  const blocked = isEnforced(event);
  return {
    subject: subjectOf(process, place),
    rule: plainText(event.policy_name ?? hookOf(event) ?? type, 300),
    severity: severityOf(tags, blocked),
    message: event.message
      ? plainText(event.message, 1000)
      : describe(type, event),
    ...(at ? { at } : {}),
    ...(container ? { container: plainText(container, 300) } : {}),
    ...(image ? { image } : {}),
    process: plainText(process.binary, 1000),
    ...(user ? { user: plainText(user, 200) } : {}),
    ...(pod ? { pod: plainText(pod.name, 300) } : {}),
    ...(place.node ? { node: place.node } : {}),
    tags,
    ...(blocked ? { blocked } : {}),
    ...(id ? { eventId: id } : {}),
  };
}

/** The kernel function, tracepoint, symbol or hook that the policy watches. */
function hookOf({ function_name, subsys, event, symbol }: PolicyEvent) {
  if (subsys && event) return `${subsys}/${event}`;
  return function_name ?? symbol ?? event;
}

function describe(type: EventType, event: PolicyEvent): string {
  const hook = hookOf(event) ?? type.slice('process_'.length);
  const target = targetOf(event.args);
  const sentence = `${event.process.binary} called ${hook}`;
  return firstLine(target ? `${sentence} on ${target}` : sentence, 1000);
}

function tagsOf({ tags, process }: PolicyEvent): string[] {
  const texts = new Set(tags.slice(0, 30).map(tag => plainText(tag, 100)));
  if (process.pod?.container?.maybe_exec_probe) texts.add('maybe-exec-probe');
  // Started from outside of the container: kubectl exec, nsenter.
  if (process.in_init_tree === false) texts.add('not-in-init-tree');
  return [...texts].filter(tag => tag !== '');
}

/**
 * Tetragon knows no severities. A policy may name one in a tag (`severity:low`);
 * what a policy forbids is high, and of the rest nothing is known.
 */
function severityOf(tags: string[], blocked: boolean): Severity {
  for (const tag of tags) {
    const word = /^severity[:=.](\w+)$/i.exec(tag)?.[1];
    const severity = readSeverity(word);
    if (severity !== 'unknown') return severity;
  }
  return blocked ? 'high' : 'unknown';
}

function eventId(
  type: EventType,
  event: PolicyEvent,
  { time }: Surroundings,
): string | undefined {
  const { exec_id: execId } = event.process;
  if (!execId || !time) return undefined;
  const parts = [execId, time, type, event.policy_name, hookOf(event)];
  return plainText(parts.map(part => part ?? '').join('|'), 600);
}
