import type { ExceptionWithTrail } from 'backstage-plugin-security-posture-common';
import { ago, ahead } from './time';

export function exception(
  more: Partial<ExceptionWithTrail> = {},
): ExceptionWithTrail {
  return {
    id: 'exception-patch',
    kind: 'accepted',
    status: 'approved',
    target: { problem: 'CVE-2019-20633' },
    scope: { kind: 'component', ref: 'component:default/checkout' },
    reason:
      'The image never calls patch; it goes with the next base image in March.',
    until: { kind: 'date', at: ahead({ days: 62 }) },
    requestedBy: 'user:default/jane.doe',
    requestedAt: ago({ days: 30 }),
    decidedBy: 'user:default/amir.security',
    decidedAt: ago({ days: 28 }),
    trail: [],
    ...more,
  };
}

export const exampleExceptions = [exception()];
