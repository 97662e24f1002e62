import { parseEntityRef } from '@backstage/catalog-model';
import type { ComponentIdentity } from '../model/facts';
import { matchesGlob } from '../model/matchesGlob';
import type { RuleMatch } from './schema';

/** Which components a rule is for: each key that it names must match, by any of its texts. */
export function componentMatcher(
  match: RuleMatch,
): (component: ComponentIdentity) => boolean {
  const demands = [
    demand(match.entityRef, it => [it.entityRef], 'component'),
    demand(match.system, it => [it.systemRef], 'system'),
    demand(match.owner, it => [it.ownerRef], 'group'),
    demand(match.namespace, it => [parseEntityRef(it.entityRef).namespace]),
    demand(match.type, it => [it.type]),
    demand(match.lifecycle, it => [it.lifecycle]),
    demand(match.tag, it => it.tags),
  ];
  return component => demands.every(isMet => isMet(component));
}

function demand(
  patterns: string[] | undefined,
  valuesOf: (component: ComponentIdentity) => (string | undefined)[],
  kind?: string,
): (component: ComponentIdentity) => boolean {
  if (patterns === undefined) return () => true;
  const folded = patterns.map(pattern =>
    kind ? fullReference(pattern, kind) : pattern.toLowerCase(),
  );
  return component =>
    valuesOf(component).some(
      value =>
        value !== undefined &&
        folded.some(pattern => matchesGlob(pattern, value.toLowerCase())),
    );
}

/** `payments` names `system:default/payments`; `*` alone is any reference. */
function fullReference(pattern: string, defaultKind: string): string {
  const folded = pattern.toLowerCase();
  if (folded === '*') return folded;
  const colon = folded.indexOf(':');
  const kind = colon < 0 ? defaultKind : folded.slice(0, colon);
  const name = folded.slice(colon + 1);
  return `${kind}:${name.includes('/') ? name : `default/${name}`}`;
}
