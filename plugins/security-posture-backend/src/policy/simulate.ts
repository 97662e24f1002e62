import {
  enforcementPoints,
  type EnforcementPoint,
  type SimulatedComponent,
  type SimulatedPoint,
  type Simulation,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../model/facts';
import type { Policy } from './Policy';
import {
  casesAt,
  simulateRuling,
  type SimulatedRuling,
} from './simulatedRulings';
import { ownersOf } from './simulatedOwners';

const MAX_COMPONENTS = 200;
const MAX_OWNERS = 100;

const order: readonly SimulatedComponent['change'][] = [
  'broken',
  'passing',
  'none',
];

export interface SimulationOptions {
  current: Policy;
  proposed: Policy;
  now: Date;
  /** Default all. */
  points?: readonly EnforcementPoint[];
}

/** A simulation that takes one component after the other, so that not all are in memory. */
export class PolicySimulation {
  readonly #options: SimulationOptions;
  readonly #points: SimulatedPoint[];
  readonly #changes: SimulatedComponent[] = [];
  readonly #evaluatedByOwner = new Map<string | undefined, number>();

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#points = (options.points ?? enforcementPoints).map(point => ({
      point,
      current: { stopped: 0, ifEnforced: 0, unknown: 0 },
      proposed: { stopped: 0, ifEnforced: 0, unknown: 0 },
      newlyBroken: 0,
      newlyPassing: 0,
      owners: 0,
    }));
  }

  add(facts: ComponentFacts): void {
    const { current, proposed, now } = this.#options;
    const { component } = facts;
    const { entityRef, ownerRef } = component;
    const evaluated = this.#evaluatedByOwner.get(ownerRef) ?? 0;
    this.#evaluatedByOwner.set(ownerRef, evaluated + 1);
    for (const numbers of this.#points) {
      const { point } = numbers;
      const cases = casesAt(facts, point);
      const before = simulateRuling(
        cases,
        current.rulesFor(component),
        point,
        now,
      );
      const after = simulateRuling(
        cases,
        proposed.rulesFor(component),
        point,
        now,
      );
      countRuling(numbers.current, before);
      countRuling(numbers.proposed, after);
      const change = changeOf(before, after);
      if (change === 'broken') numbers.newlyBroken += 1;
      if (change === 'passing') numbers.newlyPassing += 1;
      // What does not stop it today, because of the mode, newly fails too.
      const failsToday = before.isStopped ? before.blocking : new Set<string>();
      const newlyFailing = without(after.blocking, failsToday);
      const newlyPassing = without(failsToday, after.blocking);
      if (newlyFailing.length + newlyPassing.length > 0) {
        this.#changes.push({
          entityRef,
          ownerRef,
          point,
          change,
          newlyFailing,
          newlyPassing,
        });
      }
    }
  }

  result(): Simulation {
    const changes = [...this.#changes].sort(
      (a, b) =>
        order.indexOf(a.change) - order.indexOf(b.change) ||
        b.newlyFailing.length - a.newlyFailing.length ||
        (a.entityRef < b.entityRef ? -1 : 1),
    );
    const owners = ownersOf(this.#evaluatedByOwner, changes);
    const countOf = (change: SimulatedComponent['change']) =>
      refsOf(changes.filter(item => item.change === change)).size;
    return {
      evaluated: [...this.#evaluatedByOwner.values()].reduce(
        (sum, count) => sum + count,
        0,
      ),
      points: this.#points.map(numbers => ({
        ...numbers,
        owners: new Set(
          changes
            .filter(({ point }) => point === numbers.point)
            .filter(({ change }) => change === 'broken')
            .map(({ ownerRef }) => ownerRef),
        ).size,
      })),
      newlyBroken: countOf('broken'),
      newlyPassing: countOf('passing'),
      components: changes.slice(0, MAX_COMPONENTS),
      componentsTotal: changes.length,
      byOwner: owners.slice(0, MAX_OWNERS),
      byOwnerTotal: owners.length,
      checks: checksOf(changes),
      evaluatedAt: this.#options.now.toISOString(),
    };
  }
}

/** What a proposed policy would change if it were enforced, compared with what the current one does. */
export function simulate(
  components: Iterable<{ facts: ComponentFacts }>,
  current: Policy,
  proposed: Policy,
  now: Date,
  points?: readonly EnforcementPoint[],
): Simulation {
  const simulation = new PolicySimulation({ current, proposed, now, points });
  for (const { facts } of components) simulation.add(facts);
  return simulation.result();
}

function countRuling(
  numbers: SimulatedPoint['current'],
  { isStopped, blocking, isUncertain }: SimulatedRuling,
): void {
  if (isStopped) numbers.stopped += 1;
  if (blocking.size > 0) numbers.ifEnforced += 1;
  else if (isUncertain) numbers.unknown += 1;
}

function changeOf(
  before: SimulatedRuling,
  after: SimulatedRuling,
): SimulatedComponent['change'] {
  const willBeStopped = after.blocking.size > 0;
  if (before.isStopped === willBeStopped) return 'none';
  return willBeStopped ? 'broken' : 'passing';
}

function without(all: Set<string>, some: Set<string>): string[] {
  return [...all].filter(id => !some.has(id));
}

function refsOf(changes: readonly SimulatedComponent[]): Set<string> {
  return new Set(changes.map(({ entityRef }) => entityRef));
}

function checksOf(
  changes: readonly SimulatedComponent[],
): Simulation['checks'] {
  const ids = new Set(
    changes.flatMap(({ newlyFailing, newlyPassing }) => [
      ...newlyFailing,
      ...newlyPassing,
    ]),
  );
  return [...ids]
    .map(checkId => ({
      checkId,
      newlyFailing: refsOf(
        changes.filter(item => item.newlyFailing.includes(checkId)),
      ).size,
      newlyPassing: refsOf(
        changes.filter(item => item.newlyPassing.includes(checkId)),
      ).size,
    }))
    .sort(
      (a, b) =>
        b.newlyFailing - a.newlyFailing || b.newlyPassing - a.newlyPassing,
    );
}
