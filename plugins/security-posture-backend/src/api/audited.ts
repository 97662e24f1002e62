import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

export interface AuditedAction {
  /** In kebab case; the auditor puts the plugin's id before it. */
  eventId: string;
  severityLevel: 'low' | 'medium' | 'high';
  meta: JsonObject;
}

/** Does something and leaves a record of it, also when it fails or is refused. */
export async function audited<T>(
  auditor: AuditorService,
  req: Request,
  { eventId, severityLevel, meta }: AuditedAction,
  action: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    request: req,
    severityLevel,
    meta,
  });
  try {
    const result = await action();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
