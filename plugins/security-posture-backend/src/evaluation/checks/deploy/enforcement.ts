import type {
  CheckResult,
  Evidence,
  Subject,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, DecisionFacts } from '../../../model/facts';
import { ageInDays } from '../../age';
import type { Check, CheckContext } from '../../Check';
import { decisionEvidence, judgementOf, namesOf } from '../../judgements';
import { namespaceObject } from '../../pods';

const POD_SECURITY = 'pod-security.kubernetes.io/';

/** Whose decisions say that our own webhook was asked. */
const OWN_ENGINE = 'security-posture';

export const enforcement: Check = {
  id: 'deploy.enforcement',
  stage: 'deploy',
  practices: ['D5a'],
  title: 'Risky deployments are refused',
  rule: 'Passes if in the last days (freshness.decisionDays of the policy) something refused a request in every namespace of the component, or Pod Security or the webhook of this plugin enforces there. Warns if policies only warn or audit. Unknown if nothing tells.',
  inputs: [
    'Admission decisions (Kyverno, Gatekeeper, ValidatingAdmissionPolicy, Pod Security, RHACS, our webhook; by audit log, AdmissionReview, policy report)',
    'Labels of the namespace (manifests, cluster inventory)',
  ],
  why: 'What only warns is deployed anyway. A refusal reaches the developer while the change is still at hand.',
  fix: {
    text: 'Enforce a Pod Security level on the namespace, and set policies to refuse once they report nothing any more.',
    snippet: {
      language: 'yaml',
      code: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: restricted',
    },
  },
  passes:
    'Something that refuses requests is known in every namespace of the component.',
  weight: 0.05,
  looksAt: 'component',
  judge: (facts, context) => {
    const evidence = placesOf(facts, context).flatMap(place =>
      judgePlace(facts, context, place),
    );
    if (evidence.length === 0 && facts.component.type === 'library') {
      return {
        result: 'not-applicable',
        summary: 'A library is not deployed.',
        evidence,
      };
    }
    const names = (items: Evidence[]) =>
      namesOf(items.map(({ subject }) => subject?.name ?? ''));
    return judgementOf(evidence, {
      fail: worst => `Nothing is refused in ${names(worst)}.`,
      warn: worst => `Policies only warn or audit in ${names(worst)}.`,
      pass: all => `Risky deployments are refused in ${names(all)}.`,
      unknown: worst =>
        worst.length > 0
          ? `Nothing tells whether anything is refused in ${names(worst)}.`
          : 'No report tells of admission decisions.',
      'not-applicable': 'Nothing to judge.',
    });
  },
};

interface Place {
  cluster?: string;
  namespace: string;
}

/** The namespaces that workloads lie in or decisions speak of. */
function placesOf(facts: ComponentFacts, context: CheckContext): Place[] {
  const places = new Map<string, Place>();
  for (const { subject } of [
    ...facts.workloads,
    ...recentDecisions(facts, context),
  ]) {
    const namespace = namespaceOf(subject);
    if (!namespace) continue;
    const place = { cluster: subject.cluster, namespace };
    places.set(JSON.stringify([place.cluster, namespace]), place);
  }
  return [...places.values()];
}

function namespaceOf({ kind, namespace, name }: Subject): string | undefined {
  return kind === 'namespace' ? name : namespace;
}

function recentDecisions(
  { decisions }: ComponentFacts,
  { policy, now }: CheckContext,
): DecisionFacts[] {
  return decisions.filter(
    ({ lastSeenAt }) =>
      ageInDays(lastSeenAt, now) <= policy.freshness.decisionDays,
  );
}

/** What enforces in a namespace, else what only tells, else that nothing is known. */
function judgePlace(
  facts: ComponentFacts,
  context: CheckContext,
  place: Place,
): Evidence[] {
  const told = [
    ...podSecurity(facts, context, place),
    ...decided(facts, context, place),
  ];
  const enforcing = told.filter(({ result }) => result === 'pass');
  if (enforcing.length > 0) return enforcing;
  return told.length > 0
    ? told
    : [placeEvidence(place, 'unknown', 'No decision and no label is known')];
}

function decided(
  facts: ComponentFacts,
  context: CheckContext,
  { cluster, namespace }: Place,
): Evidence[] {
  const isEnforced = context.policy.mode.admission === 'enforce';
  return recentDecisions(facts, context)
    .filter(
      ({ subject }) =>
        namespaceOf(subject) === namespace && subject.cluster === cluster,
    )
    .flatMap(decision => {
      const { action, engine, policy } = decision;
      const refuses =
        action === 'deny' ||
        (action === 'allow' && engine === OWN_ENGINE && isEnforced);
      // That a request was let in does not tell what would have been refused.
      if (!refuses && action === 'allow') return [];
      const title = `${engine} ${policy}: ${action}`;
      const result = refuses ? 'pass' : 'warn';
      return [
        {
          ...decisionEvidence(decision, result, title),
          subject: subjectOf({ cluster, namespace }),
        },
      ];
    });
}

/** Pod Security by the labels of the namespace, or as the audit log noted it on a workload. */
function podSecurity(
  facts: ComponentFacts,
  { policy, now }: CheckContext,
  place: Place,
): Evidence[] {
  const labels = namespaceObject(facts, place)?.labels ?? {};
  const noted = facts.workloads
    .filter(
      ({ subject, configuration }) =>
        subject.namespace === place.namespace &&
        subject.cluster === place.cluster &&
        (!configuration?.at ||
          ageInDays(configuration.at, now) <= policy.freshness.decisionDays),
    )
    .map(({ configuration }) => configuration?.settings.podSecurity)
    .find(level => level?.enforce && !level.exempt);
  const level =
    labels[`${POD_SECURITY}enforce`] ?? noted?.enforce?.split(':', 1)[0];
  if (level && level !== 'privileged') {
    return [placeEvidence(place, 'pass', `Pod Security enforces ${level}`)];
  }
  const telling = ['warn', 'audit'].find(mode => {
    const told = labels[`${POD_SECURITY}${mode}`];
    return told !== undefined && told !== 'privileged';
  });
  if (telling) {
    return [placeEvidence(place, 'warn', `Pod Security: ${telling} only`)];
  }
  return level
    ? [placeEvidence(place, 'warn', 'Pod Security enforces privileged')]
    : [];
}

function placeEvidence(
  place: Place,
  result: CheckResult,
  title: string,
): Evidence {
  return { kind: 'component', result, title, subject: subjectOf(place) };
}

function subjectOf({ cluster, namespace }: Place): Subject {
  return {
    kind: 'namespace',
    name: namespace,
    ...(cluster ? { cluster } : {}),
  };
}
