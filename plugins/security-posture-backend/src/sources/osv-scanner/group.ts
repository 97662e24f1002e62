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
  const parents = problems.map((_, index) => index);
  const cves = problems.map(({ names }) => cvesOf(names));
  const owners = new Map<string, number>();
  problems.forEach(({ names }, index) => {
    for (const name of names) {
      const owner = owners.get(name);
      if (owner === undefined) {
        owners.set(name, index);
        continue;
      }
      const roots = [rootOf(parents, owner), rootOf(parents, index)];
      const [first, second] = [Math.min(...roots), Math.max(...roots)];
      const both = new Set([...cves[first], ...cves[second]]);
      if (both.size > 1) continue;
      parents[second] = first;
      cves[first] = [...both];
    }
  });
  const joined = new Map<number, Problem[]>();
  problems.forEach((problem, index) => {
    const root = rootOf(parents, index);
    const members = joined.get(root);
    if (members) members.push(problem);
    else joined.set(root, [problem]);
  });
  return [...joined.values()].map(merge);
}

/** The CVEs among names; two are as good as all for telling problems apart. */
function cvesOf(names: Set<string>): string[] {
  return [...names].filter(name => name.startsWith('CVE-')).slice(0, 2);
}

function rootOf(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]];
    root = parents[root];
  }
  return root;
}

function merge(problems: Problem[]): Problem {
  if (problems.length === 1) return problems[0];
  return {
    ids: [...new Set(problems.flatMap(({ ids }) => ids))],
    names: new Set(problems.flatMap(({ names }) => [...names])),
    vulnerabilities: problems.flatMap(problem => problem.vulnerabilities),
    scores: problems.flatMap(({ scores }) => scores),
    analyses: problems.flatMap(({ analyses }) => analyses),
  };
}
