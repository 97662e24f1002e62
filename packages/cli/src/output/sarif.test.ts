import { z } from 'zod';
import { failing, verdict, violation } from '../__testUtils__/answers';
import { toSarif } from './sarif';

const text = z.strictObject({
  text: z.string().min(1),
  markdown: z.string().min(1).optional(),
});
const level = z.enum(['error', 'warning', 'note', 'none']);

/** What the specification and code scanning demand of a document; nothing else may be in it. */
const sarifShape = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          rules: z.array(
            z.strictObject({
              id: z.string().min(1),
              shortDescription: text,
              fullDescription: text,
              help: text,
              helpUri: z.url(),
              defaultConfiguration: z.strictObject({ level }),
              properties: z.strictObject({ tags: z.array(z.string()) }),
            }),
          ),
        }),
      }),
      automationDetails: z.strictObject({ id: z.string().endsWith('/') }),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.boolean(),
          endTimeUtc: z.iso.datetime(),
          toolExecutionNotifications: z.array(
            z.strictObject({
              level,
              message: text,
              descriptor: z.strictObject({ id: z.string() }),
            }),
          ),
        }),
      ]),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.number().int().min(0),
          kind: z.literal('fail'),
          level,
          message: text,
          locations: z.tuple([
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({
                  uri: z.string().regex(/^[^/:][^:]*$/),
                }),
                region: z.strictObject({ startLine: z.number().min(1) }),
              }),
              logicalLocations: z.array(
                z.strictObject({
                  fullyQualifiedName: z.string(),
                  kind: z.string(),
                }),
              ),
            }),
          ]),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z.array(
            z.strictObject({
              kind: z.enum(['inSource', 'external']),
              status: z.enum(['accepted', 'underReview', 'rejected']),
              justification: z.string(),
            }),
          ),
        }),
      ),
    }),
  ]),
});

const runOf = (of = failing) => {
  const log = toSarif(of, {
    url: 'https://backstage.example/api/security-posture',
    version: '1.2.3',
  });
  return sarifShape.parse(JSON.parse(JSON.stringify(log))).runs[0];
};

describe('toSarif', () => {
  it('has the shape of SARIF 2.1.0, with or without reasons', () => {
    expect(runOf().results).toHaveLength(3);
    expect(runOf(verdict()).results).toEqual([]);
    expect(runOf(verdict({ entityRefs: [], images: [] })).results).toEqual([]);
  });

  it('has one rule per check, with help, an address and a level', () => {
    const { tool, results } = runOf({
      ...failing,
      violations: [violation(), violation({ summary: 'Another one.' })],
    });
    const { rules } = tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([
      'gate.fixable-high',
      'deploy.privileged',
      'image.user.root',
    ]);
    expect(rules[0]).toMatchObject({
      help: { text: expect.stringContaining('Rebuild the image') },
      helpUri:
        'https://backstage.example/api/security-posture/v1/checks#gate.fixable-high',
      defaultConfiguration: { level: 'error' },
    });
    for (const { ruleId, ruleIndex } of results) {
      expect(rules[ruleIndex].id).toBe(ruleId);
    }
  });

  it('calls an error only what blocks', () => {
    const levels = ({ results }: ReturnType<typeof runOf>) =>
      results.map(({ level: of }) => of);
    expect(levels(runOf())).toEqual(['error', 'warning', 'warning']);
    expect(levels(runOf({ ...failing, mode: 'warn' }))).toEqual([
      'warning',
      'warning',
      'warning',
    ]);
  });

  it('suppresses what an exception covers, and nothing else', () => {
    expect(runOf().results.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [],
      [
        {
          kind: 'external',
          status: 'accepted',
          justification: 'Covered by exception e-7, until 2026-12-31.',
        },
      ],
    ]);
  });

  it('tells of checks that nothing tells about apart from results', () => {
    expect(runOf().invocations[0].toolExecutionNotifications).toEqual([
      {
        level: 'note',
        message: { text: 'build.secrets.none: No secret scan was sent.' },
        descriptor: { id: 'build.secrets.none' },
      },
    ]);
  });

  it('knows an alert again after the next build', () => {
    const fingerprint = (of: typeof failing) =>
      runOf(of).results[0].partialFingerprints.primaryLocationLineHash;
    const next = {
      ...failing,
      images: [{ name: 'ghcr.io/acme/shop', digest: 'sha256:next' }],
      violations: [violation({ summary: 'Three vulnerabilities …' })],
    };
    expect(fingerprint(next)).toBe(fingerprint(failing));
    expect(fingerprint({ ...failing, entityRefs: ['component:a/b'] })).not.toBe(
      fingerprint(failing),
    );
  });
});
