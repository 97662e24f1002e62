/** Events that Tetragon sends only because a policy asks for them. */
const policyEvents = [
  'process_kprobe',
  'process_tracepoint',
  'process_lsm',
  'process_uprobe',
  'process_usdt',
] as const;

/** Events that are sent whatever the policies say. */
const telemetryEvents = [
  'process_exec',
  'process_exit',
  'process_loader',
  'process_connect',
  'process_listen',
  'process_accept',
  'process_close',
] as const;

/** Events about Tetragon itself. */
const healthEvents = ['process_throttle', 'rate_limit_info'] as const;

const eventTypes = [
  ...telemetryEvents,
  ...policyEvents,
  ...healthEvents,
] as const;

export type EventType = (typeof eventTypes)[number];

/** The types of events in a line; a healthy line has exactly one. */
export function eventTypesOf(line: Record<string, unknown>): EventType[] {
  return eventTypes.filter(
    type =>
      Object.hasOwn(line, type) &&
      line[type] !== undefined &&
      line[type] !== null,
  );
}

export function isPolicyEvent(type: EventType): boolean {
  return policyEvents.some(known => known === type);
}

export function isHealthEvent(type: EventType): boolean {
  return healthEvents.some(known => known === type);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
