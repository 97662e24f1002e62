import {
  simulationSchema,
  type EnforcementPoint,
} from 'backstage-plugin-security-posture-common';
import { checks } from '../evaluation';
import {
  componentFacts,
  now,
  podConfiguration,
  podContainer,
  workload,
} from '../evaluation/__testUtils__/facts';
import type { ComponentFacts } from '../model/facts';
import { readPolicy } from './readPolicy';
import { simulate } from './simulate';

const ids = checks.map(({ id }) => id);
const off = { '*': 'off' };
const blockPrivileged = { ...off, 'deploy.privileged': 'block' };

interface Described {
  name: string;
  owner?: string;
  privileged?: boolean;
  hostNetwork?: boolean;
  lifecycle?: string;
  changes?: Partial<ComponentFacts>;
}

function describedComponent({
  name,
  owner,
  privileged = false,
  hostNetwork = false,
  lifecycle,
  changes,
}: Described) {
  const facts = componentFacts({
    component: {
      entityRef: `component:default/${name}`,
      ownerRef: owner && `group:default/${owner}`,
      lifecycle,
      tags: [],
    },
    workloads: [
      workload({
        subjectId: `${name}-safe`,
        configuration: podConfiguration(),
      }),
      workload({
        subjectId: name,
        configuration: podConfiguration(
          [podContainer({ securityContext: { privileged } })],
          { hostNetwork },
        ),
      }),
    ],
    ...changes,
  });
  return { facts };
}

const components = [
  describedComponent({ name: 'a1', owner: 'a', privileged: true }),
  describedComponent({
    name: 'a2',
    owner: 'a',
    privileged: true,
    hostNetwork: true,
  }),
  describedComponent({ name: 'a3', owner: 'a' }),
  describedComponent({ name: 'b1', owner: 'b', hostNetwork: true }),
  describedComponent({ name: 'c1', privileged: true }),
  describedComponent({ name: 'd1', owner: 'd' }),
];

function simulated(
  current: object,
  proposed: object,
  points?: EnforcementPoint[],
  of = components,
) {
  const simulation = simulate(
    of,
    readPolicy(current, ids),
    readPolicy(proposed, ids),
    now,
    points,
  );
  // What is answered is what the API promises.
  return simulationSchema.parse(simulation);
}

const at = (point: EnforcementPoint, result: ReturnType<typeof simulated>) =>
  result.points.find(item => item.point === point);

describe('simulate', () => {
  it('tells how many builds of how many teams a policy breaks', () => {
    const result = simulated(
      { checks: off },
      { mode: 'dry-run', checks: blockPrivileged },
    );
    expect(result).toMatchObject({
      evaluated: 6,
      newlyBroken: 3,
      newlyPassing: 0,
      componentsTotal: 6,
      evaluatedAt: now.toISOString(),
    });
    for (const point of ['build', 'admission'] as const) {
      expect(at(point, result)).toEqual({
        point,
        current: { stopped: 0, ifEnforced: 0, unknown: 0 },
        // In its own mode it would stop nothing.
        proposed: { stopped: 0, ifEnforced: 3, unknown: 0 },
        newlyBroken: 3,
        newlyPassing: 0,
        owners: 2,
      });
    }
    expect(result.byOwner).toEqual([
      {
        ownerRef: 'group:default/a',
        components: 3,
        broken: 2,
        passing: 0,
        checks: [{ checkId: 'deploy.privileged', components: 2 }],
      },
      {
        ownerRef: undefined,
        components: 1,
        broken: 1,
        passing: 0,
        checks: [{ checkId: 'deploy.privileged', components: 1 }],
      },
    ]);
    expect(result.checks).toEqual([
      { checkId: 'deploy.privileged', newlyFailing: 3, newlyPassing: 0 },
    ]);
  });

  it('tells what a change of the mode alone breaks', () => {
    const result = simulated(
      { mode: 'warn', checks: blockPrivileged },
      { mode: 'enforce', checks: blockPrivileged },
    );
    expect(at('admission', result)).toMatchObject({
      current: { stopped: 0, ifEnforced: 3 },
      proposed: { stopped: 3, ifEnforced: 3 },
      newlyBroken: 3,
    });
  });

  it('does not count as broken what is stopped already', () => {
    const result = simulated(
      { mode: 'enforce', checks: blockPrivileged },
      { checks: { ...blockPrivileged, 'deploy.hostNamespaces': 'block' } },
      ['admission'],
    );
    expect(result.points).toEqual([
      {
        point: 'admission',
        current: { stopped: 3, ifEnforced: 3, unknown: 0 },
        proposed: { stopped: 0, ifEnforced: 4, unknown: 0 },
        newlyBroken: 1,
        newlyPassing: 0,
        owners: 1,
      },
    ]);
    expect(result.components).toEqual([
      {
        entityRef: 'component:default/b1',
        ownerRef: 'group:default/b',
        point: 'admission',
        change: 'broken',
        newlyFailing: ['deploy.hostNamespaces'],
        newlyPassing: [],
      },
      {
        entityRef: 'component:default/a2',
        ownerRef: 'group:default/a',
        point: 'admission',
        change: 'none',
        newlyFailing: ['deploy.hostNamespaces'],
        newlyPassing: [],
      },
    ]);
    expect(result.byOwner.map(({ broken }) => broken)).toEqual([1, 0]);
  });

  it('tells what a milder policy lets through', () => {
    const result = simulated(
      { mode: 'enforce', checks: blockPrivileged },
      {
        mode: 'enforce',
        checks: blockPrivileged,
        rules: [
          { match: { owner: 'a' }, checks: { 'deploy.privileged': 'warn' } },
        ],
      },
    );
    expect(result).toMatchObject({
      newlyBroken: 0,
      newlyPassing: 2,
      byOwner: [{ ownerRef: 'group:default/a', broken: 0, passing: 2 }],
      checks: [{ checkId: 'deploy.privileged', newlyPassing: 2 }],
    });
  });

  it('finds no difference between a policy and itself', () => {
    const policy = { mode: 'enforce', checks: blockPrivileged };
    expect(simulated(policy, policy)).toMatchObject({
      newlyBroken: 0,
      newlyPassing: 0,
      components: [],
      byOwner: [],
      checks: [],
    });
  });

  it('does not count an accepted risk', () => {
    const accepted = describedComponent({
      name: 'e1',
      privileged: true,
      changes: {
        exceptions: [{ id: 'exception-1', checkId: 'deploy.privileged' }],
      },
    });
    expect(
      simulated({ checks: off }, { checks: blockPrivileged }, undefined, [
        accepted,
      ]),
    ).toMatchObject({ evaluated: 1, newlyBroken: 0, componentsTotal: 0 });
  });

  it('tells apart what passes and what nothing tells about', () => {
    const silent = describedComponent({
      name: 'f1',
      changes: { workloads: [] },
    });
    const safe = describedComponent({ name: 'f2' });
    const numbers = (unknown: string) =>
      at(
        'admission',
        simulated(
          { checks: off },
          { checks: blockPrivileged, unknown },
          undefined,
          [silent, safe],
        ),
      )?.proposed;
    expect(numbers('off')).toMatchObject({ ifEnforced: 0, unknown: 1 });
    expect(numbers('block')).toMatchObject({ ifEnforced: 1, unknown: 0 });
  });

  it('judges one place only, if asked', () => {
    const result = simulated(
      { checks: off },
      { checks: { ...off, 'deploy.privileged': { build: 'block' } } },
      ['admission'],
    );
    expect(result.points.map(({ point }) => point)).toEqual(['admission']);
    expect(result.newlyBroken).toBe(0);
  });

  it('lists some of many, and counts all', () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      describedComponent({
        name: `g${index}`,
        owner: `team-${index}`,
        privileged: true,
      }),
    );
    const result = simulated(
      { checks: off },
      { checks: blockPrivileged },
      ['build'],
      many,
    );
    expect(result).toMatchObject({
      newlyBroken: 250,
      componentsTotal: 250,
      byOwnerTotal: 250,
    });
    expect(result.components.length).toBeLessThan(250);
    expect(result.byOwner.length).toBeLessThan(250);
  });
});
