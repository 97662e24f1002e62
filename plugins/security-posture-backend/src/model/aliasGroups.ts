import { comparePreference, isCve } from './vulnerabilityId';

/** Someone's word that two ids name the same vulnerability. */
export interface AliasAssertion {
  from: string;
  to: string;
}

/** Ids of one vulnerability, in the order of preference. */
export interface AliasGroup {
  canonicalId: string;
  ids: string[];
}

/** A vulnerability whose canonical id changed. */
export interface CanonicalChange {
  id: string;
  before: string;
  after: string;
}

/**
 * Groups ids that name the same vulnerability. Two CVEs never meet: where ids
 * connect several CVEs, none of those ids can be told to be either, and each
 * stays alone, as a reference of the CVEs that it names.
 *
 * Ids are spelled as `vulnerabilityId` does. The order and direction of
 * assertions do not matter, and a group depends on nothing beyond its CVE: what
 * else names that CVE changes none of its other members.
 */
export function aliasGroups(
  assertions: Iterable<AliasAssertion>,
): AliasGroup[] {
  const parents = new Map<string, string>();
  const cvesNamed: [name: string, cve: string][] = [];
  for (const { from, to } of assertions) {
    for (const id of [from, to]) if (!parents.has(id)) parents.set(id, id);
    if (isCve(from) && !isCve(to)) cvesNamed.push([to, from]);
    else if (isCve(to) && !isCve(from)) cvesNamed.push([from, to]);
    else if (!isCve(from)) {
      parents.set(rootOf(parents, from), rootOf(parents, to));
    }
  }
  const cves = new Map<string, Set<string>>();
  for (const [name, cve] of cvesNamed) {
    const root = rootOf(parents, name);
    cves.set(root, (cves.get(root) ?? new Set()).add(cve));
  }
  const groups = new Map<string, string[]>();
  for (const id of parents.keys()) {
    const key = keyOf(id, rootOf(parents, id), cves);
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  return [...groups.values()]
    .map(ids => ids.sort(comparePreference))
    .map(ids => ({ canonicalId: ids[0], ids }))
    .sort((a, b) => comparePreference(a.canonicalId, b.canonicalId));
}

/** The canonical id of every id in the groups. */
export function canonicalIdsOf(groups: AliasGroup[]): Map<string, string> {
  return new Map(
    groups.flatMap(({ canonicalId, ids }) =>
      ids.map((id): [string, string] => [id, canonicalId]),
    ),
  );
}

/** Ids with the same key are one group. */
function keyOf(
  id: string,
  root: string,
  cves: Map<string, Set<string>>,
): string {
  if (isCve(id)) return id;
  const [first, ...others] = cves.get(root) ?? [];
  if (first === undefined) return root;
  return others.length === 0 ? first : id;
}

function rootOf(parents: Map<string, string>, id: string): string {
  let root = id;
  for (;;) {
    const parent = parents.get(root) ?? root;
    if (parent === root) return root;
    const grandparent = parents.get(parent) ?? parent;
    parents.set(root, grandparent);
    root = grandparent;
  }
}
