import type { ProductMatcher, VexCandidate, VexSighting } from './vexMatch';

/** As documents say it, least permissive first. */
const statuses = [
  'affected',
  'under-investigation',
  'fixed',
  'not-affected',
] as const;

export type VexStatus = (typeof statuses)[number];

export interface VexStatement {
  isAbout: ProductMatcher;
  status: VexStatus;
  /** ISO 8601, UTC. */
  statedAt: string;
}

/**
 * What VEX statements about its vulnerability say of a finding. Of those that
 * match, the newest counts. A finding seen in several digests is suppressed only
 * if each of them is spoken of; the least permissive word holds for all.
 */
export function vexStatusOf(
  candidate: VexCandidate,
  sightings: VexSighting[],
  statements: VexStatement[],
): VexStatus | undefined {
  const said = (sightings.length > 0 ? sightings : [{}]).map(seen =>
    newest(statements.filter(({ isAbout }) => isAbout(candidate, seen))),
  );
  const isSilent = said.includes(undefined);
  return statuses.find(
    status =>
      said.includes(status) &&
      !(isSilent && (status === 'fixed' || status === 'not-affected')),
  );
}

function newest(statements: VexStatement[]): VexStatus | undefined {
  let best: VexStatement | undefined;
  for (const statement of statements) {
    if (
      !best ||
      statement.statedAt > best.statedAt ||
      (statement.statedAt === best.statedAt &&
        statuses.indexOf(statement.status) < statuses.indexOf(best.status))
    ) {
      best = statement;
    }
  }
  return best?.status;
}

export function isVexStatus(text: string): text is VexStatus {
  return statuses.some(status => status === text);
}
