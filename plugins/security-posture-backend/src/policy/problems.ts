import { InputError } from '@backstage/errors';
import leven from 'leven';
import type { z } from 'zod';

/** Something in a policy that cannot hold, and where. */
export interface Problem {
  path: PropertyKey[];
  /** Follows the key: `must be …, got …`. */
  text: string;
}

const MAX_PROBLEMS = 10;
const MAX_SHOWN = 60;

/** The error that tells all problems of a policy, one a line. */
export function policyError(problems: readonly Problem[]): InputError {
  const lines = problems
    .slice(0, MAX_PROBLEMS)
    .map(({ path, text }) => `${keyOf(path)} ${text}`);
  const more = problems.length - lines.length;
  return new InputError(
    [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  );
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    'securityPosture.policy',
  );
}

/** What was found, in a form that is short enough to tell. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** `; did you mean block?`, or nothing if no choice is near. */
export function hint(found: unknown, choices: readonly string[]): string {
  if (typeof found !== 'string' || found.length > MAX_SHOWN) return '';
  const [nearest] = choices
    .map(choice => ({
      choice,
      distance: leven(found.toLowerCase(), choice.toLowerCase()),
    }))
    .sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= Math.max(2, found.length / 4)
    ? `; did you mean ${nearest.choice}?`
    : '';
}

/** The problems that a schema of `fields.ts` found. */
export function problemsOf(
  issues: readonly z.core.$ZodIssue[],
  at: readonly PropertyKey[] = [],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const keys = issue.message.split(', ');
      return issue.keys.map(key => ({
        path: [...path, key],
        text: `is not known; expected ${keys.join(', ')}${hint(key, keys)}`,
      }));
    }
    if (issue.code === 'invalid_union') {
      // The form that was meant is the one that was entered furthest.
      const meant = issue.errors.find(branch =>
        branch.some(
          ({ path: inside, code }) =>
            inside.length > 0 || code === 'unrecognized_keys',
        ),
      );
      if (meant) return problemsOf(meant, path);
    }
    return [{ path, text: issue.message }];
  });
}
