import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { upsertRows } from '../bulk';

export interface TrailStep {
  at: string;
  /** Entity reference of a user, subject of a machine, or name of a task. */
  actor: string;
  action: string;
  findingId?: string;
  exceptionId?: string;
  entityRef?: string;
  comment?: string;
  data?: object;
}

/** Adds steps to the trail. Nothing ever changes one. */
export async function appendTrail(tx: Knex, steps: TrailStep[]): Promise<void> {
  await upsertRows(
    tx,
    'trail',
    steps.map(step => ({
      id: randomUUID(),
      at: step.at,
      actor: step.actor,
      action: step.action,
      finding_id: step.findingId,
      exception_id: step.exceptionId,
      entity_ref: step.entityRef,
      comment: step.comment,
      data: JSON.stringify(step.data ?? {}),
    })),
    { key: ['id'] },
  );
}
