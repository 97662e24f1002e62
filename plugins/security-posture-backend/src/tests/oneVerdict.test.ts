import type { Entity } from '@backstage/catalog-model';
import {
  judgedChecksSchema,
  policyVerdictSchema,
  severities,
  type Severity,
} from 'backstage-plugin-security-posture-common';
import fc from 'fast-check';
import { startWithPeople } from '../exceptions/__testUtils__/people';
import { deployment, review } from './__testUtils__/admission';
import { digest, trivyScan } from './__testUtils__/reports';
import { databases, initDatabase } from './__testUtils__/scenario';
import { trivySecrets } from './__testUtils__/toolReports';

jest.setTimeout(240_000);

const RUNS = 12;

const enforced = [
  'gate.fixable-high',
  'gate.scan-missing',
  'gate.scan-stale',
  'image.user.root',
  'image.env.secret',
  'build.secrets.none',
] as const;

type CheckId = (typeof enforced)[number];

const config = {
  securityPosture: {
    policy: {
      mode: 'enforce',
      checks: {
        '*': 'off',
        ...Object.fromEntries(enforced.map(id => [id, 'block'])),
      },
    },
  },
};

/** What is known of an image, as far as the enforced checks look. */
interface Image {
  vulnerabilities: { severity: Severity; fixed: boolean }[];
  root: boolean;
  secretInEnvironment: boolean;
  secretInFile: boolean;
  fresh: boolean;
  /** What an approved exception covers. */
  excepted?: CheckId;
}

const vulnerability = fc.record({
  severity: fc.constantFrom(...severities),
  fixed: fc.boolean(),
});

const image = fc.record({
  vulnerabilities: fc.array(vulnerability, { maxLength: 4 }),
  root: fc.boolean(),
  secretInEnvironment: fc.boolean(),
  secretInFile: fc.boolean(),
  fresh: fc.boolean(),
  excepted: fc.oneof(fc.constant(undefined), fc.constantFrom(...enforced)),
});

const nameOf = (run: number) => `run-${run}`;
const lineOf = (run: number) => `ghcr.io/acme/${nameOf(run)}`;

const entity = (run: number): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: nameOf(run),
    namespace: 'default',
    annotations: {
      'security-posture.io/images': lineOf(run),
      'security-posture.io/workloads': `prod/shop/*/${nameOf(run)}`,
    },
  },
  spec: { type: 'service', owner: 'group:default/payments' },
});

/** A scan of all that the checks look at. */
function scanOf(run: number, known: Image) {
  const age = (known.fresh ? 1 : 20) * 86_400_000;
  const scan = trivyScan(
    known.vulnerabilities.map(({ severity, fixed }, index) => ({
      id: `CVE-2026-${1000 + index}`,
      pkg: `package-${index}`,
      severity: severity.toUpperCase(),
      ...(fixed ? { fixed: '1.1' } : {}),
    })),
    {
      at: new Date(Date.now() - age).toISOString(),
      image: lineOf(run),
      results: known.secretInFile ? trivySecrets(['app/config.env']) : [],
    },
  );
  return {
    ...scan,
    Metadata: {
      ...scan.Metadata,
      ImageConfig: {
        config: {
          User: known.root ? 'root' : '10001',
          Env: [
            'PATH=/usr/bin',
            known.secretInEnvironment ? 'NPM_TOKEN=x' : 'NODE_ENV=production',
          ],
        },
      },
    },
  };
}

/** The checks that fail, by their rules. */
function failing(known: Image): Set<string> {
  const grave = known.vulnerabilities.some(
    ({ severity, fixed }) =>
      fixed && (severity === 'critical' || severity === 'high'),
  );
  return new Set<CheckId>([
    ...(grave ? (['gate.fixable-high'] as const) : []),
    ...(known.fresh ? [] : (['gate.scan-stale'] as const)),
    ...(known.root ? (['image.user.root'] as const) : []),
    ...(known.secretInEnvironment ? (['image.env.secret'] as const) : []),
    ...(known.secretInFile ? (['build.secrets.none'] as const) : []),
  ]);
}

/** One answer, whoever gave it. */
interface Told {
  passes: boolean;
  blocking: string[];
  waived: string[];
}

describe.each(databases.eachSupportedId())('one verdict on %p', id => {
  let ahead = 0;

  beforeAll(() => {
    const { now } = Date;
    jest.spyOn(Date, 'now').mockImplementation(() => now.call(Date) + ahead);
  });

  afterAll(() => jest.restoreAllMocks());

  it('is told by the gate, the webhook and the checks alike', async () => {
    const { send, post, read, except } = await startWithPeople({
      knex: await initDatabase(id),
      config,
      entities: Array.from({ length: RUNS + 1 }, (_, run) => entity(run)),
    });

    const verdict = (body: unknown): Told => {
      const { result, violations, waived } = policyVerdictSchema.parse(body);
      return {
        passes: result === 'pass',
        blocking: violations.map(({ checkId }) => checkId).sort(),
        waived: waived.map(({ checkId }) => checkId).sort(),
      };
    };
    const ofWebhook = async (run: number): Promise<Omit<Told, 'waived'>> => {
      const asked = deployment({
        name: nameOf(run),
        container: { image: `${lineOf(run)}:1.4@${digest('a')}` },
      });
      const { body } = await post('/v1/admission/review', review(asked), {
        cluster: 'prod',
      });
      const { allowed, auditAnnotations } = body.response;
      const { violations = '' } = auditAnnotations;
      return {
        passes: allowed,
        blocking: violations.split(',').filter(Boolean).sort(),
      };
    };
    const ofChecks = async (run: number): Promise<Omit<Told, 'passes'>> => {
      const { body } = await read(nameOf(run), 'checks', { result: 'fail' });
      const items = judgedChecksSchema
        .parse(body)
        .items.filter(({ enforcement }) => enforcement.build === 'block');
      const ids = (waived: boolean) =>
        items
          .filter(({ exceptionId }) => (exceptionId !== undefined) === waived)
          .map(({ checkId }) => checkId)
          .sort();
      return { blocking: ids(false), waived: ids(true) };
    };

    let run = 0;
    let exceptions = 0;
    await fc.assert(
      fc.asyncProperty(image, async known => {
        run += 1;
        if (known.excepted) {
          exceptions += 1;
          await except({
            target: { checkId: known.excepted },
            scope: {
              kind: 'component',
              ref: `component:default/${nameOf(run)}`,
            },
          });
          // The webhook may not know of it for ten seconds.
          ahead += 10_001;
        }
        const sent = await send(scanOf(run, known), {
          scanners: 'vulnerability,secret',
          gate: true,
        });
        expect(sent.status).toBe(200);
        const told = verdict(sent.body.verdict);
        const { passes, blocking, waived } = told;

        // By the rules of the checks themselves.
        const broken = failing(known);
        expect(new Set([...blocking, ...waived])).toEqual(broken);
        expect(waived).toEqual(
          known.excepted && broken.has(known.excepted) ? [known.excepted] : [],
        );
        expect(passes).toBe(blocking.length === 0);

        const byImage = await post('/v1/gate', {
          image: `${lineOf(run)}@${digest('a')}`,
        });
        expect(verdict(byImage.body)).toEqual(told);
        const byComponent = await post('/v1/gate', { entityRef: nameOf(run) });
        expect(verdict(byComponent.body)).toEqual(told);
        expect(await ofWebhook(run)).toEqual({ passes, blocking });
        expect(await ofChecks(run)).toEqual({ blocking, waived });
        const { body } = await read(nameOf(run), 'posture');
        expect(body.verdicts.build).toMatchObject({
          result: passes ? 'pass' : 'fail',
          violations: blocking.length,
          waived: waived.length,
        });
      }),
      // A database is no place to look for a smaller example.
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(run).toBe(RUNS);
    expect(exceptions).toBeGreaterThan(2);
  });

  it('is told of what was never scanned, too', async () => {
    const { post, read } = await startWithPeople({
      knex: await initDatabase(id),
      config,
      entities: [entity(0)],
    });
    const gate = await post('/v1/gate', { entityRef: nameOf(0) });
    const byImage = await post('/v1/gate', {
      image: `${lineOf(0)}@${digest('a')}`,
    });
    for (const { body } of [gate, byImage]) {
      expect(policyVerdictSchema.parse(body)).toMatchObject({
        result: 'fail',
        violations: [{ checkId: 'gate.scan-missing' }],
      });
    }
    const asked = review(
      deployment({
        name: nameOf(0),
        container: { image: `${lineOf(0)}@${digest('a')}` },
      }),
    );
    const { body } = await post('/v1/admission/review', asked, {
      cluster: 'prod',
    });
    expect(body.response).toMatchObject({
      allowed: false,
      auditAnnotations: { violations: 'gate.scan-missing' },
    });
    const checks = await read(nameOf(0), 'checks', { result: 'fail' });
    expect(
      judgedChecksSchema
        .parse(checks.body)
        .items.filter(({ enforcement }) => enforcement.admission === 'block')
        .map(({ checkId }) => checkId),
    ).toEqual(['gate.scan-missing']);
  });
});
