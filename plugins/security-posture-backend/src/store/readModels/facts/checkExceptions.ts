import type { ExceptionScope } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type { CheckException, ComponentIdentity } from '../../../model/facts';
import { textSet } from '../../bulk';
import { optionalIsoTime, type DbTime } from '../../rows';
import type { ComponentSubjects } from './componentSubjects';

/** An approved exception as it is stored. */
export interface ApprovedException {
  id: string;
  check_id: string;
  scope_kind: ExceptionScope;
  scope_ref: string | null;
  expires_at: DbTime | null;
}

/** The approved exceptions on checks that cover each of some components. */
export async function findCheckExceptions(
  knex: Knex,
  identities: Map<string, ComponentIdentity>,
  subjects: ComponentSubjects,
  now: Date,
): Promise<Map<string, CheckException[]>> {
  const covered = [...identities.values()].map(component => ({
    component,
    imageLines: new Set(
      (subjects.get(component.entityRef) ?? [])
        .filter(({ kind }) => kind === 'image')
        .map(({ name }) => name),
    ),
  }));
  const places = new Set(
    covered.flatMap(({ component, imageLines }) => [
      component.entityRef,
      ...(component.systemRef ? [component.systemRef] : []),
      ...imageLines,
    ]),
  );
  const rows = await selectApproved(knex, now).where(reaches =>
    reaches
      .where('scope_kind', 'everywhere')
      .orWhereIn('scope_ref', textSet(knex, places)),
  );
  return new Map(
    covered.map(({ component, imageLines }) => [
      component.entityRef,
      exceptionsOf(rows, component, imageLines),
    ]),
  );
}

/** Every approved exception on a check, whatever it covers. */
export async function findApprovedExceptions(
  knex: Knex,
  now: Date,
): Promise<ApprovedException[]> {
  return selectApproved(knex, now);
}

/** Those of some exceptions that cover a component. */
export function exceptionsOf(
  approved: ApprovedException[],
  component: ComponentIdentity,
  imageLines: ReadonlySet<string>,
): CheckException[] {
  return approved
    .filter(row => covers(row, component, imageLines))
    .map(exceptionOf);
}

function selectApproved(
  knex: Knex,
  now: Date,
): Knex.QueryBuilder<object, ApprovedException[]> {
  return knex('exceptions')
    .where('status', 'approved')
    .whereNotNull('check_id')
    .where(lasts =>
      lasts
        .whereNull('expires_at')
        .orWhere('expires_at', '>', now.toISOString()),
    )
    .orderBy('id')
    .select('id', 'check_id', 'scope_kind', 'scope_ref', 'expires_at');
}

function covers(
  { scope_kind: kind, scope_ref: ref }: ApprovedException,
  { entityRef, systemRef }: ComponentIdentity,
  imageLines: ReadonlySet<string>,
): boolean {
  switch (kind) {
    case 'everywhere':
      return true;
    case 'component':
      return ref === entityRef;
    case 'system':
      return ref !== null && ref === systemRef;
    case 'image':
      return ref !== null && imageLines.has(ref);
    default:
      return false;
  }
}

function exceptionOf(row: ApprovedException): CheckException {
  return {
    id: row.id,
    checkId: row.check_id,
    expiresAt: optionalIsoTime(row.expires_at),
    imageLine:
      row.scope_kind === 'image' ? row.scope_ref ?? undefined : undefined,
  };
}
