import type { PolicyRules } from '../model/policyRules';
import type { ArtifactPart, Check } from './Check';
import { enforcedChecks } from './rule';
import type { Ruling } from './enforce';

/** How far the checks look that a policy enforces somewhere: at the furthest of them. */
export type Reach = NonNullable<Check['looksAt']> | 'request';

/** What has to be known for a policy to be judged at one of its places. */
export function reachOf(policy: PolicyRules, point: Ruling['point']): Reach {
  const enforced = enforcedChecks({ policy }, point);
  if (enforced.some(({ looksAt }) => looksAt === 'component')) {
    return 'component';
  }
  return enforced.some(({ looksAt }) => looksAt === 'cluster')
    ? 'cluster'
    : 'request';
}

/** The parts of artifacts that the checks of a policy read at one of its places. */
export function partsReadBy(
  policy: PolicyRules,
  point: Ruling['point'],
): Set<ArtifactPart> {
  return new Set(
    enforcedChecks({ policy }, point).flatMap(({ reads }) => reads ?? []),
  );
}
