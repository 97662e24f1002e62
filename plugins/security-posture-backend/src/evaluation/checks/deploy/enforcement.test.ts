import type { DecisionFacts } from '../../../model/facts';
import {
  clusterObject,
  daysAgo,
  decision,
  misconfiguration,
  podConfiguration,
  podContainer,
  shopWorkload,
  workload,
} from '../../__testUtils__/facts';
import { resultOf, withPod } from '../../__testUtils__/judging';
import { breakglass } from './breakglass';
import { enforcement } from './enforcement';

const workloads = [workload()];
const enforcing = { mode: { build: 'enforce', admission: 'enforce' } } as const;

const decided = (changes: Partial<DecisionFacts> = {}) => ({
  workloads,
  decisions: [decision(changes)],
});

const labelled = (labels: Record<string, string>, name = 'shop') => ({
  workloads,
  objects: [
    clusterObject('Namespace', {}, { name, namespace: undefined, labels }),
  ],
});

describe('enforcement', () => {
  it.each([
    ['a refusal', decided(), 'pass'],
    ['a warning', decided({ action: 'warn' }), 'warn'],
    ['an audit', decided({ action: 'audit' }), 'warn'],
    ['what another engine let in', decided({ action: 'allow' }), 'unknown'],
    ['an old refusal', decided({ lastSeenAt: daysAgo(31) }), 'unknown'],
    [
      'a refusal of another namespace',
      decided({ subject: { ...shopWorkload, namespace: 'cart' } }),
      'unknown',
    ],
    [
      'a refusal in the namespace',
      decided({
        subject: { kind: 'namespace', name: 'shop', cluster: 'prod' },
      }),
      'pass',
    ],
    [
      'an enforced level',
      labelled({ 'pod-security.kubernetes.io/enforce': 'baseline' }),
      'pass',
    ],
    [
      'no level',
      labelled({ 'pod-security.kubernetes.io/enforce': 'privileged' }),
      'warn',
    ],
    [
      'a level that warns',
      labelled({ 'pod-security.kubernetes.io/warn': 'restricted' }),
      'warn',
    ],
    [
      'the level of another namespace',
      labelled({ 'pod-security.kubernetes.io/enforce': 'baseline' }, 'cart'),
      'unknown',
    ],
    ['a namespace without labels', labelled({}), 'unknown'],
    [
      'a level that the audit log noted',
      withPod({}, { podSecurity: { enforce: 'restricted:latest' } }),
      'pass',
    ],
    [
      'a workload that is exempt from it',
      withPod({}, { podSecurity: { enforce: 'restricted', exempt: 'user' } }),
      'unknown',
    ],
    [
      'a note that is old',
      {
        workloads: [
          workload({
            configuration: {
              ...podConfiguration([podContainer()], {
                podSecurity: { enforce: 'restricted:latest' },
              }),
              at: daysAgo(31),
            },
          }),
        ],
      },
      'unknown',
    ],
  ])('judges %s', (_, facts, expected) => {
    expect(resultOf(enforcement, facts)).toBe(expected);
  });

  it('counts what our own webhook lets in only while it refuses', () => {
    const facts = decided({ action: 'allow', engine: 'security-posture' });
    expect(resultOf(enforcement, facts)).toBe('unknown');
    expect(resultOf(enforcement, facts, enforcing)).toBe('pass');
  });

  it('looks at every namespace', () => {
    const elsewhere = workload({
      subjectId: 'workload-2',
      subject: { ...shopWorkload, cluster: 'test' },
    });
    expect(
      resultOf(enforcement, {
        ...decided(),
        workloads: [...workloads, elsewhere],
      }),
    ).toBe('unknown');
    expect(resultOf(enforcement, { decisions: [decision()] })).toBe('pass');
  });
});

describe('breakglass', () => {
  it.each([
    ['nothing', withPod(), 'pass'],
    [
      'an annotation',
      withPod(
        {},
        {},
        {
          annotations: { 'admission.stackrox.io/break-glass': 'ticket-1' },
        },
      ),
      'fail',
    ],
    [
      'an annotation of the pods without a reason',
      withPod(
        {},
        {
          podAnnotations: { 'security-posture.io/break-glass': '' },
        },
      ),
      'fail',
    ],
    [
      'a record',
      { ...withPod(), findings: [misconfiguration('break-glass')] },
      'fail',
    ],
    [
      'an alert of RHACS',
      {
        workloads,
        findings: [
          misconfiguration('stackrox|emergency deployment annotation'),
        ],
      },
      'fail',
    ],
  ])('judges %s', (_, facts, expected) => {
    expect(resultOf(breakglass, facts)).toBe(expected);
  });
});
