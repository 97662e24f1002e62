import {
  enforcementPoints,
  type Enforcement,
  type EnforcementPoint,
} from 'backstage-plugin-security-posture-common';
import { matchesGlob, specificity } from '../model/matchesGlob';
import { hint, type Problem } from './problems';

type Choice = Partial<Record<EnforcementPoint, Enforcement>>;

/** What one map of `checks` says of each check; of two patterns the one that fixes more wins. */
export interface CheckChoices {
  byCheck: Map<string, Choice>;
  problems: Problem[];
}

/** Reads a map of checks, in which `*` stands for any characters. */
export function checkChoices(
  choices: Record<string, Choice>,
  knownIds: readonly string[],
): CheckChoices {
  const patterns = Object.keys(choices);
  const problems = patterns.flatMap(pattern => unmatched(pattern, knownIds));
  const byCheck = new Map<string, Choice>();
  for (const id of knownIds) {
    const chosen: Choice = {};
    for (const point of enforcementPoints) {
      const [best, ...others] = patterns
        .filter(pattern => choices[pattern][point] !== undefined)
        .filter(pattern => matchesGlob(pattern, id))
        .sort((a, b) => specificity(b) - specificity(a));
      if (best === undefined) continue;
      chosen[point] = choices[best][point];
      const rival = others.find(
        other =>
          specificity(other) === specificity(best) &&
          choices[other][point] !== chosen[point],
      );
      if (rival !== undefined) {
        problems.push({
          path: [rival],
          text: `contradicts ${best}: for ${id} at ${point} one says ${choices[rival][point]} and the other ${chosen[point]}; name the check itself`,
        });
      }
    }
    if (Object.keys(chosen).length > 0) byCheck.set(id, chosen);
  }
  return { byCheck, problems: once(problems) };
}

function unmatched(pattern: string, knownIds: readonly string[]): Problem[] {
  if (knownIds.some(id => matchesGlob(pattern, id))) return [];
  const what = pattern.includes('*') ? 'matches no check' : 'is not a check';
  return [
    {
      path: [pattern],
      text: `${what}${
        hint(pattern, knownIds) || '; GET /v1/checks lists them'
      }`,
    },
  ];
}

/** The first problem of each key: two patterns meet on many checks. */
function once(problems: Problem[]): Problem[] {
  const keys = problems.map(({ path }) => path.join());
  return problems.filter((_, index) => keys.indexOf(keys[index]) === index);
}
