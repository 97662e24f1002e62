import type { Group, Vulnerability } from './schema';

/** Records of one problem of a package, under all its names. */
export interface Problem {
  /** As the tool lists them, the first first. */
  ids: string[];
  names: Set<string>;
  vulnerabilities: Vulnerability[];
  /** The highest score that the tool gave, as it spells it. */
  scores: string[];
  analyses: unknown[];
}

export function problemOfGroup(
  group: Group,
  byId: Map<string, Vulnerability>,
): Problem {
  const vulnerabilities = group.ids.flatMap(id => byId.get(id) ?? []);
  return {
    ids: group.ids,
    names: namesOf([...group.ids, ...group.aliases], vulnerabilities),
    vulnerabilities,
    scores: group.max_severity ? [group.max_severity] : [],
    analyses: [group.experimental_analysis ?? group.experimentalAnalysis],
  };
}

export function problemOfVulnerability(vulnerability: Vulnerability): Problem {
  return {
    ids: [vulnerability.id],
    names: namesOf([vulnerability.id], [vulnerability]),
    vulnerabilities: [vulnerability],
    scores: [],
    analyses: [],
  };
}

function namesOf(
  ids: (string | undefined)[],
  vulnerabilities: Vulnerability[],
): Set<string> {
  const aliases = vulnerabilities.flatMap(record => record.aliases);
  return new Set([...ids, ...aliases].filter(name => name !== undefined));
}

/**
 * Joins problems that share a name. The scanner compares groups in pairs, so a
 * chain of aliases can leave it with two groups for one problem. Two that would
 * bring different CVEs together stay apart.
 */
export function joinProblems(problems: Problem[]): Problem[] {
  const owners = new Map<string, number>();
  const parents = problems.map((_, index) => index);
  const joined = problems.map(({ names, ...rest }) => ({
    ...rest,
    names: new Set(names),
  }));
  for (let index = 0; index < problems.length; index += 1) {
    for (const name of problems[index].names) {
      const owner = owners.get(name);
      if (owner === undefined) {
        owners.set(name, index);
        continue;
      }
      const [first, second] = [rootOf(parents, owner), rootOf(parents, index)];
      if (first === second || !isOneProblem(joined[first], joined[second])) {
        continue;
      }
      parents[second] = first;
      absorb(joined[first], joined[second]);
    }
  }
  return joined.filter((_, index) => parents[index] === index);
}

function rootOf(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) root = parents[root];
  return root;
}

function isOneProblem(first: Problem, second: Problem): boolean {
  const cves = new Set<string>();
  for (const { names } of [first, second]) {
    for (const name of names) if (name.startsWith('CVE-')) cves.add(name);
    if (cves.size > 1) return false;
  }
  return true;
}

function absorb(first: Problem, second: Problem): void {
  first.ids = [...new Set([...first.ids, ...second.ids])];
  first.vulnerabilities.push(...second.vulnerabilities);
  first.scores.push(...second.scores);
  first.analyses.push(...second.analyses);
  for (const name of second.names) first.names.add(name);
}
