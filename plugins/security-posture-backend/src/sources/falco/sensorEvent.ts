import {
  plainText,
  type SensorEvent,
} from 'backstage-plugin-security-posture-node';
import { numberField } from './fields';
import type { FalcoEvent } from './schema';

/** falcosidekick sends an event of this rule when asked to test its outputs. */
const TEST_RULE = 'Test rule';
const METRICS_RULE = 'Falco internal: metrics snapshot';

/** Whether Falco speaks of itself rather than of what it watches. */
export function isSensorEvent({ rule, source }: FalcoEvent): boolean {
  return (
    source === 'internal' ||
    rule === TEST_RULE ||
    rule.startsWith('Falco internal:')
  );
}

/** Falco's word about itself. */
export function readSensorEvent(event: FalcoEvent): SensorEvent {
  const { rule, time } = event;
  const text = event.output ?? event.message ?? rule;
  return {
    message: plainText(text.startsWith(rule) ? text : `${rule}: ${text}`),
    ...(time ? { at: time } : {}),
    degraded: isDegraded(event),
  };
}

function isDegraded(event: FalcoEvent): boolean {
  if (event.rule === TEST_RULE) return false;
  // Every other internal rule speaks of drops, timeouts or a failed restart.
  if (event.rule !== METRICS_RULE) return true;
  return (
    numberField(event, 'scap.n_drops_perc') > 0 ||
    numberField(event, 'falco.outputs_queue_num_drops') > 0
  );
}
