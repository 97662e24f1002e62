import type { Stage } from 'backstage-plugin-security-posture-common';

/**
 * Chances are kept as hazards, `-ln(1 - chance)`, because hazards add up, and as
 * whole numbers of this unit, because then a sum does not depend on the order of
 * its terms and subtracting a term is exact.
 */
const UNITS = 2 ** 30;

/** Nothing is certain: two certain chances could not be told from one. */
const MAX_CHANCE = 0.98;

/** The hazard of a chance from 0 to 1, in whole units; 0 only for no chance. */
export function hazardOf(chance: number): number {
  if (!(chance > 0)) return 0;
  return Math.max(
    1,
    Math.round(-Math.log1p(-Math.min(chance, MAX_CHANCE)) * UNITS),
  );
}

/** What burdens a component: the hazards of each stage, and how many checks say that it has privileges. */
export interface Burden extends Record<Stage, number> {
  /** Failed checks that mean full rights on the node. */
  full: number;
  /** Failed checks that mean more rights than it should have. */
  some: number;
}

/** What a burden adds up to, `-ln(1 - risk)`. `multiplier` is applied to the odds of the stage build. */
export function logRisk(burden: Burden, multiplier: number): number {
  return (
    logRiskOfBuild(burden.build, multiplier) +
    (burden.deploy + burden.runtime) / UNITS
  );
}

/** `ln(1 + odds)` with the odds multiplied, where the odds of a hazard are `e^hazard - 1`. */
export function logRiskOfBuild(units: number, multiplier: number): number {
  const hazard = units / UNITS;
  // Beyond, e^hazard overflows long before its logarithm matters.
  return hazard > 40
    ? hazard + Math.log(multiplier)
    : Math.log1p(multiplier * Math.expm1(hazard));
}

/** Hazard units as `-ln(1 - risk)`. */
export function logRiskOf(units: number): number {
  return units / UNITS;
}

/** A risk from 0 to 100, with two digits. */
export function scoreOf(log: number): number {
  return rounded(-100 * Math.expm1(-log));
}

export function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
