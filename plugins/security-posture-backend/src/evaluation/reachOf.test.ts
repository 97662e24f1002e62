import fc from 'fast-check';
import { arbitraryComponent } from './__testUtils__/arbitraryFacts';
import { checkContext, imageArtifact, workload } from './__testUtils__/facts';
import { checks } from './checks';
import { partsReadBy, reachOf } from './reachOf';
import { factsForAdmission } from './restrict';
import { noFacts, type ComponentFacts } from '../model/facts';

const context = checkContext();

/** The facts as the webhook has them, with no more than a check says that it looks at. */
function asAsked(
  facts: ComponentFacts,
  { looksAt, reads = [] }: Pick<(typeof checks)[number], 'looksAt' | 'reads'>,
): ComponentFacts {
  const [asked = workload()] = facts.workloads;
  const artifacts =
    facts.artifacts.length > 0 ? facts.artifacts : [imageArtifact()];
  const beside: ComponentFacts =
    looksAt === 'component'
      ? facts
      : {
          ...noFacts(facts.component),
          exceptions: facts.exceptions,
          objects: looksAt === 'cluster' ? facts.objects : [],
        };
  return factsForAdmission(
    beside,
    asked,
    artifacts.map(artifact => ({
      artifact: {
        ...artifact,
        packages: reads.includes('packages') ? artifact.packages : undefined,
        attestations: reads.includes('attestations')
          ? artifact.attestations
          : [],
      },
      findings: facts.findings.filter(
        ({ subjectId }) => subjectId === artifact.subjectId,
      ),
    })),
  );
}

describe('a check', () => {
  it.each(checks.map(check => [check.id, check] as const))(
    '%s looks no further than it says',
    (_, check) => {
      fc.assert(
        fc.property(arbitraryComponent, ({ facts }) => {
          const all = asAsked(facts, {
            looksAt: 'component',
            reads: ['packages', 'attestations'],
          });
          const { result, summary } = check.judge(all, context);
          expect(check.judge(asAsked(facts, check), context)).toMatchObject({
            result,
            summary,
          });
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('reachOf', () => {
  const reach = (...ids: string[]) =>
    reachOf(
      {
        ...context.policy,
        checks: Object.fromEntries(
          ids.map(id => [id, { build: 'off', admission: 'warn' }]),
        ),
      },
      'admission',
    );

  it('is as far as the furthest check that is enforced', () => {
    expect(reach('gate.fixable-high', 'deploy.privileged')).toBe('request');
    expect(reach('gate.fixable-high', 'deploy.owner.annotation')).toBe(
      'cluster',
    );
    expect(reach('deploy.owner.annotation', 'runtime.miner')).toBe('component');
  });

  it('names the parts that enforced checks read', () => {
    const policy = {
      ...context.policy,
      checks: { 'build.image.signed': { build: 'off', admission: 'block' } },
    } as const;
    expect([...partsReadBy(policy, 'admission')]).toEqual(['attestations']);
    expect([...partsReadBy(policy, 'build')]).toEqual([]);
  });
});
