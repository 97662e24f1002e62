import type { Violation } from './violation';

const CONSTRAINT = /(?:^|\n)\[(?:denied by )?([a-z0-9][a-z0-9.-]{0,252})\] /g;

/** Gatekeeper: `[constraint] message`, one after the other. A message may go over several lines. */
export function readGatekeeper(text: string): Violation[] {
  if (!/^\s*\[/.test(text)) return [];
  const trimmed = text.trimStart();
  const constraints = [...trimmed.matchAll(CONSTRAINT)];
  return constraints.map((constraint, index) => {
    const start = constraint.index + constraint[0].length;
    const end = constraints[index + 1]?.index ?? trimmed.length;
    return {
      engine: 'gatekeeper',
      policy: constraint[1],
      message: trimmed.slice(start, end),
    };
  });
}
