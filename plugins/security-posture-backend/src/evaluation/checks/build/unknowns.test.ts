import fc from 'fast-check';
import type {
  ArtifactFacts,
  ComponentFacts,
  FindingFacts,
} from '../../../model/facts';
import type { PolicyRules } from '../../../model/policyRules';
import {
  attestation,
  checkContext,
  componentFacts,
  daysAgo,
  imageArtifact,
  misconfiguration,
  passed,
  repositoryArtifact,
  scan,
  secret,
  sourceFacts,
  vulnerability,
  workload,
} from '../../__testUtils__/facts';
import { buildChecks } from '.';

const source = 'github.com/acme/shop';
const registries = ['ghcr.io', 'docker.io', 'acme.azurecr.io'];

const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });

const scans = fc.array(
  fc
    .record({
      kind: fc.constantFrom('vulnerability', 'secret'),
      complete: fc.boolean(),
      age: fc.constantFrom(1, 10, 40),
    })
    .map(({ kind, complete, age }) =>
      scan({ kind, complete, at: daysAgo(age) }),
    ),
  { maxLength: 4 },
);

const packages = fc
  .record({
    ofSystem: fc.constantFrom(0, 20, 80, 200),
    ofLanguages: fc.constantFrom(0, 10),
    notable: fc.subarray(['apt', 'curl', 'bash', 'gcc', 'gdb', 'busybox']),
  })
  .map(list => ({ ...list, total: list.ofSystem + list.ofLanguages }));

const findings = fc.record({
  vulnerability: maybe(
    fc.record({
      fixable: fc.boolean(),
      severity: fc.constantFrom('high', 'low', 'unknown'),
      isStale: fc.boolean(),
      isFromBase: maybe(fc.boolean()),
      package: fc
        .constantFrom('deb', 'npm', undefined)
        .map(type => ({ name: 'some', type })),
    }),
  ),
  hasSecret: fc.boolean(),
});

/** What is so, and which of it tools told: they never contradict each other. */
const image = fc
  .record({
    truth: fc.record({
      isRoot: fc.boolean(),
      hasSecret: fc.boolean(),
      isSigned: fc.boolean(),
      registry: fc.constantFrom(...registries),
    }),
    told: fc.record({
      configuration: fc.boolean(),
      controls: fc.boolean(),
      signature: fc.boolean(),
    }),
    age: maybe(fc.constantFrom(1, 400)),
    os: maybe(
      fc.record({
        family: fc.constantFrom('debian', 'alpine', 'none'),
        endOfLife: maybe(fc.boolean()),
      }),
    ),
    baseImages: maybe(fc.subarray(['docker.io/library/debian:12', 'evil/x:1'])),
    packages: maybe(packages),
    provenance: maybe(
      fc.record({
        verified: fc.boolean(),
        builderId: fc.constantFrom('https://good.example', 'https://x.example'),
        sourceRepository: fc.constantFrom(source, 'github.com/evil/shop'),
      }),
    ),
    scans,
    findings,
    running: fc.boolean(),
  })
  .map(drawn => ({ kind: 'image' as const, ...drawn }));

const repository = fc
  .record({ packages: maybe(packages), scans, findings })
  .map(drawn => ({ kind: 'repository' as const, ...drawn }));

type Drawn = typeof image extends fc.Arbitrary<infer I>
  ? typeof repository extends fc.Arbitrary<infer R>
    ? I | R
    : never
  : never;

function artifactOf(drawn: Drawn, subjectId: string): ArtifactFacts {
  const { packages: list, scans: made } = drawn;
  if (drawn.kind === 'repository') {
    return repositoryArtifact({ subjectId, packages: list, scans: made });
  }
  const { truth, told, age, os, baseImages, provenance, running } = drawn;
  return imageArtifact({
    subjectId,
    name: `${truth.registry}/acme/${subjectId}`,
    running,
    built: !running,
    scans: made,
    packages: list,
    image: told.configuration
      ? {
          user: truth.isRoot ? 'root' : 'app',
          environment: truth.hasSecret ? ['API_TOKEN'] : [],
          createdAt: age === undefined ? undefined : daysAgo(age),
          os,
          baseImages,
        }
      : undefined,
    attestations: [
      ...(told.signature && truth.isSigned
        ? [attestation({ predicateType: 'signature' })]
        : []),
      ...(provenance ? [attestation(provenance)] : []),
    ],
  });
}

function findingsOf(drawn: Drawn, artifact: ArtifactFacts): FindingFacts[] {
  const { subjectId, kind, name } = artifact;
  const on = { subjectId, subject: { kind, name }, digests: [] };
  const { vulnerability: weakness, hasSecret } = drawn.findings;
  return [
    ...(weakness ? [vulnerability({ ...weakness, ...on })] : []),
    ...(hasSecret ? [secret(on)] : []),
    ...controlsOf(drawn)
      .filter(({ isBroken }) => isBroken)
      .map(({ control }) => misconfiguration(control, on)),
  ];
}

function controlsOf(drawn: Drawn) {
  if (drawn.kind === 'repository' || !drawn.told.controls) return [];
  const { isRoot, hasSecret, isSigned, registry } = drawn.truth;
  return [
    { control: 'run-as-non-root', isBroken: isRoot },
    { control: 'secret-in-environment', isBroken: hasSecret },
    {
      control: 'image-signed',
      isBroken: !isSigned && drawn.provenance === undefined,
    },
    { control: 'trusted-registry', isBroken: registry !== 'ghcr.io' },
  ];
}

const known = fc
  .record({
    drawn: fc.array(fc.oneof({ weight: 3, arbitrary: image }, repository), {
      maxLength: 2,
    }),
    sources: fc.array(
      fc
        .record({
          fromPipeline: fc.boolean(),
          stage: fc.constantFrom('build', 'runtime'),
          age: fc.constantFrom(1, 20),
        })
        .map(({ age, ...rest }) =>
          sourceFacts({ ...rest, lastReportAt: daysAgo(age) }),
        ),
      { maxLength: 3 },
    ),
    isRunning: fc.boolean(),
    sourceRepository: fc.constantFrom(source, undefined),
  })
  .map(({ drawn, sources, isRunning, sourceRepository }): ComponentFacts => {
    const pairs = drawn.map((item, index) => ({
      item,
      artifact: artifactOf(item, `subject-${index}`),
    }));
    const artifacts = pairs.map(({ artifact }) => artifact);
    const { component } = componentFacts();
    return componentFacts({
      component: { ...component, sourceRepository },
      artifacts,
      sources,
      workloads: isRunning
        ? [
            workload({
              images: artifacts.filter(({ kind }) => kind === 'image'),
            }),
          ]
        : [],
      findings: pairs.flatMap(({ item, artifact }) =>
        findingsOf(item, artifact),
      ),
      passes: pairs.flatMap(({ item, artifact: { subjectId } }) =>
        controlsOf(item)
          .filter(({ isBroken }) => !isBroken)
          .map(({ control }) => passed(control, { subjectId })),
      ),
    });
  });

const registry = {
  host: 'ghcr.io',
  private: true,
  accessControl: true,
  builtInScanning: true,
  signed: true,
};

const policies: Partial<PolicyRules>[] = [
  {},
  {
    trustedRegistries: ['ghcr.io'],
    trustedBuilders: ['https://good.example'],
    trustedBaseImages: ['debian'],
    registries: [
      registry,
      { ...registry, host: 'docker.io', builtInScanning: false },
    ],
  },
];

const eachArtifact =
  (change: (artifact: ArtifactFacts) => Partial<ArtifactFacts>) =>
  (facts: ComponentFacts): ComponentFacts => ({
    ...facts,
    artifacts: facts.artifacts.map(item => ({ ...item, ...change(item) })),
  });

const withoutScansFor =
  (removed: FindingFacts['kind']) =>
  (facts: ComponentFacts): ComponentFacts => ({
    ...eachArtifact(item => ({
      scans: item.scans.filter(({ kind }) => kind !== removed),
    }))(facts),
    findings: facts.findings.filter(({ kind }) => kind !== removed),
  });

const removals: Record<string, (facts: ComponentFacts) => ComponentFacts> = {
  'configurations of images': eachArtifact(() => ({ image: undefined })),
  'lists of packages': eachArtifact(() => ({ packages: undefined })),
  'scans for vulnerabilities': withoutScansFor('vulnerability'),
  'scans for secrets': withoutScansFor('secret'),
  'judgements of tools': facts => ({
    ...withoutScansFor('misconfiguration')(facts),
    passes: [],
  }),
  attestations: eachArtifact(() => ({ attestations: [] })),
  sources: facts => ({ ...facts, sources: [] }),
  workloads: facts => ({ ...facts, workloads: [] }),
  artifacts: facts => ({ ...facts, artifacts: [], findings: [], passes: [] }),
  'the source of the component': facts => ({
    ...facts,
    component: { ...facts.component, sourceRepository: undefined },
  }),
};

describe('what is not known', () => {
  it.each(Object.entries(removals))(
    'never turns fail or unknown into pass: %s',
    (_input, remove) => {
      fc.assert(
        fc.property(
          known,
          fc.constantFrom(policies[1], ...policies),
          (facts, rules) => {
            const context = checkContext(rules);
            const less = remove(facts);
            const cleared = buildChecks.filter(
              ({ judge }) =>
                ['fail', 'unknown'].includes(judge(facts, context).result) &&
                judge(less, context).result === 'pass',
            );
            expect(cleared.map(({ id }) => id)).toEqual([]);
          },
        ),
        { numRuns: 600 },
      );
    },
  );

  it('shows every check fail or warn, pass and be unknown', () => {
    const seen = new Map(buildChecks.map(({ id }) => [id, new Set<string>()]));
    for (const facts of fc.sample(known, { numRuns: 500, seed: 1 })) {
      for (const rules of policies) {
        for (const { id, judge } of buildChecks) {
          const { result } = judge(facts, checkContext(rules));
          seen.get(id)?.add(result === 'warn' ? 'fail' : result);
        }
      }
    }
    for (const [id, results] of seen) {
      const never = id === 'gate.scan-missing' ? [] : ['unknown'];
      expect({ id, results: [...results] }).toEqual({
        id,
        results: expect.arrayContaining(['fail', 'pass', ...never]),
      });
    }
  });
});
