import {
  readTimestamp,
  type SensorEvent,
} from 'backstage-plugin-security-posture-node';

interface Heartbeat {
  event: 'heartbeat';
  time: string;
}

/** Whether Policy Reporter only says that it lives (`keepalive` of a target). */
export function isHeartbeat(document: object): document is Heartbeat {
  return (
    'event' in document &&
    document.event === 'heartbeat' &&
    'time' in document &&
    typeof document.time === 'string'
  );
}

export function readHeartbeat({ time }: Heartbeat): SensorEvent {
  const at = readTimestamp(time);
  return {
    message: 'Policy Reporter is alive',
    ...(at ? { at } : {}),
    degraded: false,
  };
}
