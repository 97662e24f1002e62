import fc from 'fast-check';
import {
  checkResults,
  findingKinds,
  severities,
  stages,
  type JudgedCheck,
} from 'backstage-plugin-security-posture-common';
import { exposureLevels } from '../../model/exposure';
import type {
  ComponentFacts,
  FindingFacts,
  WorkloadFacts,
} from '../../model/facts';
import { findingEvidence } from '../judgements';
import {
  alertFinding,
  componentFacts,
  daysAgo,
  imageArtifact,
  podConfiguration,
  podContainer,
  shopImage,
  shopWorkload,
  sourceFacts,
  vulnerability,
  workload,
} from './facts';
import { failing, judgedCheck, shopWorkloadNamed } from './judgedCheck';

/** Weights of the checks that arbitrary judgements speak of. */
export const arbitraryWeights = new Map<string, number>([
  ['deploy.privileged', 0.5],
  ['deploy.caps.added', 0.3],
  ['deploy.runAsNonRoot', 0.15],
  ['deploy.resources', 0.1],
  ['image.user.root', 0],
  ['build.base.fresh', 0.05],
  ['gate.fixable-high', 0],
  ['combination.privileged-fixable-critical', 0.4],
  ['runtime.scan', 0.1],
]);

export const arbitraryWeightOf = (id: string) => arbitraryWeights.get(id) ?? 0;

const rarely = { freq: 9 };
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const age = fc.double({ min: -1, max: 400, noNaN: true }).map(daysAgo);

/** An open finding of any kind on the image or on a workload of the shop. */
export const arbitraryFinding: fc.Arbitrary<FindingFacts> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...findingKinds),
    severity: fc.constantFrom(...severities),
    problem: fc.constantFrom('CVE-2026-1', 'privileged', 'seccomp', 'rule-1'),
    isStale: fc.boolean(),
    built: fc.boolean(),
    running: fc.boolean(),
    package: fc.option(
      fc.record({
        name: fc.constantFrom('openssl', 'spring-web', 'lodash'),
        version: fc.constantFrom('1.0.0', '2.1.0', '6.1.9'),
        type: fc.constantFrom('deb', 'maven', 'npm'),
      }),
      { nil: undefined },
    ),
    fixedVersions: fc.subarray(['1.0.5', '2.2.0', '6.1.21', '7.0.0']),
    isFromBase: fc.option(fc.boolean(), { nil: undefined }),
    cvss: fc.option(
      chance.map(part => part * 10),
      { nil: undefined },
    ),
    epss: fc.option(chance, { nil: undefined }),
    knownExploited: fc.option(fc.constant(true), rarely).map(Boolean),
    isReachable: fc.option(fc.boolean(), { nil: undefined }),
    dueAt: fc.option(age, { nil: undefined }),
    lastSeenAt: age,
    workload: fc.constantFrom('checkout', 'cart'),
    isInCode: fc.boolean(),
  })
  .map(({ lastSeenAt, workload: name, isInCode, ...changes }) => {
    if (changes.kind === 'alert') {
      return alertFinding({ lastSeenAt }, { ...changes, title: changes.id });
    }
    return vulnerability({
      ...changes,
      title: changes.id,
      fixable: changes.fixedVersions.length > 0,
      ...(changes.kind === 'misconfiguration' && !isInCode
        ? {
            stage: 'deploy',
            subjectId: `workload-${name}`,
            subject: shopWorkloadNamed(name),
          }
        : { subjectId: 'image-shop', subject: shopImage }),
    });
  });

/**
 * Judgements of some checks, each with any result. What fails has some of the
 * findings as evidence, or workloads, or neither.
 */
export function arbitraryJudged(
  findings: readonly FindingFacts[],
): fc.Arbitrary<JudgedCheck[]> {
  const ids = [...arbitraryWeights.keys()];
  return fc.subarray(ids).chain(chosen =>
    fc.tuple(
      ...chosen.map(checkId =>
        fc
          .record({
            result: fc.constantFrom(...checkResults),
            stage: fc.constantFrom(...stages),
            found: fc.subarray([...findings]),
            on: fc.subarray(['checkout', 'cart']),
            unlisted: fc.option(fc.constant(30), { freq: 5 }),
            isAccepted: fc.option(fc.constant(true), rarely).map(Boolean),
            hasFix: fc.boolean(),
          })
          .map(({ result, stage, found, on, ...rest }) => {
            const isBroken = result === 'fail' || result === 'warn';
            const evidence = isBroken
              ? [
                  ...found.map(finding => findingEvidence(finding, result)),
                  ...failing(...on.map(shopWorkloadNamed)),
                ]
              : [];
            return judgedCheck(checkId, result, {
              stage,
              evidence,
              evidenceTotal: evidence.length + (rest.unlisted ?? 0),
              ...(isBroken && rest.isAccepted ? { exceptionId: 'e-1' } : {}),
              ...(rest.hasFix
                ? {
                    fix: {
                      text: 'Set it.',
                      snippet: { language: 'yaml', code: `${checkId}: set` },
                    },
                  }
                : {}),
            });
          }),
      ),
    ),
  );
}

const arbitraryWorkload: fc.Arbitrary<WorkloadFacts> = fc
  .record({
    name: fc.constantFrom('checkout', 'cart'),
    exposure: fc.option(fc.constantFrom(...exposureLevels), { nil: undefined }),
    holdsSecrets: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ name, exposure, holdsSecrets }) =>
    workload({
      subjectId: `workload-${name}`,
      subject: { ...shopWorkload, name },
      images: [{ subjectId: 'image-shop', name: shopImage.name }],
      exposure,
      configuration:
        holdsSecrets === undefined
          ? undefined
          : podConfiguration([
              podContainer({
                envFrom: holdsSecrets ? [{ from: 'secret' }] : [],
              }),
            ]),
    }),
  );

/** A component of which anything may be known, and how it was judged. */
export const arbitraryComponent: fc.Arbitrary<{
  facts: ComponentFacts;
  judged: JudgedCheck[];
}> = fc
  .record({
    findings: fc.uniqueArray(arbitraryFinding, {
      maxLength: 12,
      selector: ({ id }) => id,
    }),
    workloads: fc.uniqueArray(arbitraryWorkload, {
      selector: ({ subjectId }) => subjectId,
    }),
    tier: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    isRolledOut: fc.boolean(),
    isReported: fc.boolean(),
  })
  .chain(({ findings, workloads, tier, isRolledOut, isReported }) =>
    fc.record({
      facts: fc.constant(
        componentFacts({
          component: {
            entityRef: 'component:default/shop',
            type: 'service',
            tags: [],
            tier,
          },
          findings,
          workloads,
          artifacts: [
            imageArtifact({ running: isRolledOut }),
            ...(isRolledOut
              ? []
              : [
                  imageArtifact({
                    digest: `sha256:${'b'.repeat(64)}`,
                    built: false,
                    running: true,
                  }),
                ]),
          ],
          sources: isReported ? [sourceFacts()] : [],
        }),
      ),
      judged: arbitraryJudged(findings),
    }),
  );

const mostlyPasses = fc.oneof(
  { weight: 8, arbitrary: fc.constant('pass' as const) },
  { weight: 2, arbitrary: fc.constantFrom(...checkResults) },
);

/** A component that is nearly in order and well known: one that has a grade to lose. */
export const arbitraryGoodComponent: fc.Arbitrary<{
  facts: ComponentFacts;
  judged: JudgedCheck[];
}> = fc
  .record({
    epss: fc.option(fc.double({ min: 0, max: 0.5, noNaN: true })),
    dueAt: fc.option(age, { nil: undefined }),
    severity: fc.constantFrom(...severities),
    results: fc.tuple(...[...arbitraryWeights.keys()].map(() => mostlyPasses)),
    others: fc.array(mostlyPasses, { minLength: 10, maxLength: 20 }),
  })
  .map(({ epss, dueAt, severity, results, others }) => ({
    facts: componentFacts({
      findings: epss === null ? [] : [vulnerability({ epss, dueAt, severity })],
    }),
    judged: [
      ...[...arbitraryWeights.keys()].map((id, i) =>
        judgedCheck(id, results[i]),
      ),
      ...others.map((result, i) => judgedCheck(`other-${i}`, result)),
    ],
  }));
