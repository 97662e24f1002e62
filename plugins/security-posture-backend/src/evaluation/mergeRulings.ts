import {
  policyModes,
  type Violation,
} from 'backstage-plugin-security-posture-common';
import type { Ruling } from './enforce';

/**
 * The rulings on several components as one: whatever stands in the way of one
 * of them does. A check is told once, by the strictest.
 *
 * @param rulings - at least one, all of one place of enforcement
 */
export function mergeRulings(rulings: readonly Ruling[]): Ruling {
  const [first] = rulings;
  if (rulings.length === 1) return first;
  const violations = once(rulings.flatMap(ruling => ruling.violations));
  const told = new Set(violations.map(({ checkId }) => checkId));
  const rest = (list: Violation[]) => {
    const own = once(list).filter(({ checkId }) => !told.has(checkId));
    own.forEach(({ checkId }) => told.add(checkId));
    return own;
  };
  return {
    point: first.point,
    result: rulings.some(({ result }) => result === 'fail') ? 'fail' : 'pass',
    mode: rulings
      .map(({ mode }) => mode)
      .reduce((a, b) =>
        policyModes.indexOf(b) > policyModes.indexOf(a) ? b : a,
      ),
    violations,
    warnings: rest(rulings.flatMap(({ warnings }) => warnings)),
    waived: rest(rulings.flatMap(({ waived }) => waived)),
    unknown: once(rulings.flatMap(({ unknown }) => unknown)),
  };
}

function once<T extends { checkId: string }>(items: T[]): T[] {
  const byId = new Map<string, T>();
  for (const item of items) {
    if (!byId.has(item.checkId)) byId.set(item.checkId, item);
  }
  return [...byId.values()];
}
