import {
  readTimestamp,
  type SensorEvent,
} from 'backstage-plugin-security-posture-node';
import type { EventType } from './eventType';
import type { Surroundings } from './schema';

/** What Tetragon says about itself: events it dropped or held back. */
export function readHealth(
  type: EventType,
  event: Record<string, unknown>,
  { time, node_name: node }: Surroundings,
): SensorEvent {
  const at = readTimestamp(time);
  const where = node ? ` on ${node}` : '';
  return {
    message: `${describe(type, event)}${where}`,
    ...(at ? { at } : {}),
    degraded: event.type !== 'THROTTLE_STOP',
  };
}

function describe(type: EventType, event: Record<string, unknown>): string {
  if (type === 'rate_limit_info') {
    const count = event.number_of_dropped_process_events;
    const dropped = typeof count === 'object' ? NaN : Number(count);
    return Number.isFinite(dropped)
      ? `Tetragon dropped ${dropped} events over its export rate limit`
      : 'Tetragon dropped events over its export rate limit';
  }
  return event.type === 'THROTTLE_STOP'
    ? 'Tetragon no longer throttles a container'
    : 'Tetragon throttles a container with too many events';
}
