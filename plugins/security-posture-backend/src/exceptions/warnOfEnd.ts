import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Exception } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { markWarned } from '../store/operations/markWarned';
import { findExceptionComponents } from '../store/readModels/findExceptionComponents';

export interface WarnOfEndOptions {
  knex: Knex;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notifications: NotificationService;
}

/**
 * Tells the requester and the owners of the components that an exception ends
 * soon. Notifications are optional in Backstage: where they fail, the next run
 * tries again.
 */
export async function warnOfEnd(
  options: WarnOfEndOptions,
  exception: Exception,
  at: string,
): Promise<void> {
  const { knex, notifications, logger } = options;
  try {
    const entityRefs = await concernedEntities(knex, exception);
    const owners = await ownersOf(options, entityRefs);
    const recipients = new Set(
      [exception.requestedBy, ...owners].filter(isPersonOrGroup),
    );
    if (recipients.size > 0) {
      await notifications.send({
        recipients: { type: 'entity', entityRef: [...recipients] },
        payload: {
          title: `The exception for ${nameOf(exception)} ends on ${day(
            exception,
          )}`,
          description: `${exception.reason}\nIts findings count again from then on. Fix them, or ask for a new exception.`,
          link: linkTo(entityRefs),
          severity: 'normal',
          topic: 'security-posture',
          scope: `security-posture:exception:${exception.id}`,
        },
      });
    }
    await markWarned(knex, exception.id, at);
  } catch (error) {
    logger.warn(
      'Nobody could be told that an exception ends; the next run tries again',
      { exceptionId: exception.id, error: stringifyError(error) },
    );
  }
}

async function concernedEntities(
  knex: Knex,
  exception: Exception,
): Promise<string[]> {
  const { kind, ref } = exception.scope;
  // A system has an owner of its own; its components' need not hear of each other's.
  if (kind === 'system') return ref ? [ref] : [];
  return findExceptionComponents(knex, exception);
}

async function ownersOf(
  { auth, catalog }: WarnOfEndOptions,
  entityRefs: string[],
): Promise<string[]> {
  if (entityRefs.length === 0) return [];
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs, fields: ['kind', 'metadata', 'relations'] },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  return items.flatMap(entity =>
    (entity?.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef),
  );
}

function isPersonOrGroup(ref: string): boolean {
  return /^(user|group):/i.test(ref);
}

function nameOf({ target }: Exception): string {
  return target.problem ?? target.checkId ?? 'a finding';
}

function day({ until }: Exception): string {
  return until.at?.slice(0, 10) ?? '';
}

/** Where there is more than one place to look, the text has to do. */
function linkTo(entityRefs: string[]): string | undefined {
  const [only, ...others] = entityRefs;
  if (!only || others.length > 0) return undefined;
  const { kind, namespace, name } = parseEntityRef(only);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  // Only components have the tab.
  return `/catalog/${path}${kind === 'component' ? '/security' : ''}`;
}
