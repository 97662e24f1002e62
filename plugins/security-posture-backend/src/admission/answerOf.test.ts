import type { Violation } from 'backstage-plugin-security-posture-common';
import type { Ruling } from '../evaluation';
import { answerOf, unjudgedAnswer } from './answerOf';
import type { AdmissionQuestion } from './readReview';
import { reportOfAnswer } from './reportOfAnswer';

const question: AdmissionQuestion = {
  uid: 'u-1',
  apiVersion: 'admission.k8s.io/v1',
  subject: {
    kind: 'workload',
    cluster: 'prod',
    namespace: 'shop',
    workloadKind: 'Deployment',
    name: 'shop',
  },
  kind: 'Deployment',
  operation: 'CREATE',
  isDryRun: false,
  images: [],
  isUnknownKind: false,
  workload: {
    subject: { kind: 'workload', workloadKind: 'Deployment', name: 'shop' },
    annotations: {},
    containers: [],
    spec: { kind: 'Deployment' },
  },
};

const violation = (checkId: string): Violation => ({
  checkId,
  stage: 'deploy',
  title: checkId,
  summary: `shop fails ${checkId}.`,
  evidence: [],
  evidenceTotal: 0,
  fix: { text: 'Mend it.' },
});

const ruling = (over: Partial<Ruling> = {}): Ruling => ({
  result: 'fail',
  point: 'admission',
  mode: 'enforce',
  violations: [violation('deploy.privileged')],
  warnings: [],
  waived: [],
  unknown: [],
  ...over,
});

const signpost = { owner: 'Payments', link: 'https://portal.example/shop' };
const at = '2026-11-24T10:00:00.000Z';

describe('answerOf', () => {
  it('refuses with the reasons, how to mend them, the owner and a link', () => {
    const answer = answerOf(question, ruling(), signpost);
    expect(answer.allowed).toBe(false);
    expect(answer.message).toBe(
      [
        'Security Posture refuses Deployment shop for 1 reason:',
        '- [deploy.privileged] shop fails deploy.privileged.',
        '  Fix: Mend it.',
        'Owner: Payments',
        'More: https://portal.example/shop',
      ].join('\n'),
    );
    expect(answer.auditAnnotations).toMatchObject({
      verdict: 'deny',
      violations: 'deploy.privileged',
    });
  });

  it('warns of what would be refused while the policy only warns', () => {
    const warned = ruling({ mode: 'warn', result: 'pass' });
    const answer = answerOf(question, warned, signpost);
    expect(answer.allowed).toBe(true);
    expect(answer.warnings).toEqual([
      '[deploy.privileged] shop fails deploy.privileged. Mend it.',
    ]);
    expect(answer.auditAnnotations.verdict).toBe('would-deny');
  });

  it('says nothing to the developer in a dry run of the policy, but records it', () => {
    const quiet = ruling({ mode: 'dry-run', result: 'pass' });
    const answer = answerOf(question, quiet, signpost);
    expect(answer.warnings).toEqual([]);
    const { decisions } = reportOfAnswer(question, answer, quiet, at);
    expect(decisions).toMatchObject([
      { policy: 'deploy.privileged', action: 'audit', eventId: 'u-1#0' },
    ]);
  });

  it('keeps each warning and their number within what Kubernetes shows', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      ...violation(`deploy.check-${n}`),
      summary: 'x'.repeat(400),
    }));
    const { warnings } = answerOf(
      question,
      ruling({ mode: 'warn', result: 'pass', violations: many }),
      signpost,
    );
    expect(warnings).toHaveLength(15);
    expect(warnings.join('').length).toBeLessThan(4096);
    expect(Math.max(...warnings.map(({ length }) => length))).toBe(250);
    expect(warnings[14]).toBe('and 46 more warnings');
  });

  it('lets in by break-glass, tells so and makes it a finding', () => {
    const broken = { ...question, breakGlass: 'INC-7' };
    const answer = answerOf(broken, ruling(), signpost);
    expect(answer.allowed).toBe(true);
    expect(answer.warnings[0]).toBe(
      'Let in by break-glass and recorded: INC-7',
    );
    const report = reportOfAnswer(broken, answer, ruling(), at);
    expect(report.findings).toMatchObject([
      { id: 'break-glass', severity: 'high' },
    ]);
    expect(
      report.decisions.map(({ policy, action }) => [policy, action]),
    ).toEqual([
      ['deploy.privileged', 'warn'],
      ['break-glass', 'audit'],
    ]);
  });

  it('ends the finding once the object is let in without break-glass', () => {
    const clean = ruling({ result: 'pass', violations: [] });
    const report = reportOfAnswer(
      question,
      answerOf(question, clean, signpost),
      clean,
      at,
    );
    expect(report.findings).toEqual([]);
    expect(report.scopes).toEqual([
      {
        kind: 'misconfiguration',
        subject: question.subject,
        part: 'break-glass',
        complete: true,
      },
    ]);
    expect(report.decisions).toMatchObject([{ action: 'allow' }]);
  });

  it('keeps nothing of an object that was refused but the decision', () => {
    const answer = answerOf(question, ruling(), signpost);
    const report = reportOfAnswer(question, answer, ruling(), at);
    expect(report.workloads).toEqual([]);
    expect(report.scopes).toEqual([]);
    expect(report.decisions).toMatchObject([
      { action: 'deny', severity: 'high' },
    ]);
  });
});

describe('unjudgedAnswer', () => {
  it('warns where it fails open and refuses where it fails closed', () => {
    const reason = 'the policy could not be judged, because of an error';
    expect(unjudgedAnswer({ allowed: true, reason })).toMatchObject({
      allowed: true,
      warnings: [`Security Posture: ${reason}`],
    });
    expect(unjudgedAnswer({ allowed: false, reason })).toMatchObject({
      allowed: false,
      message: `Security Posture: ${reason}`,
    });
  });
});
