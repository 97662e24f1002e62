import { answerReport, type ExampleAnswer } from './__testUtils__/answers';
import { mergeAnswers } from './mergeAnswers';

const merged = (...answers: ExampleAnswer[]) =>
  mergeAnswers(answers.map(answer => answerReport(answer).report));

describe('mergeAnswers', () => {
  it('tells of a cluster every decision in its order', () => {
    const report = merged(
      { name: 'shop' },
      { name: 'cart', verdict: 'deny' },
      { name: 'shop', at: '2026-11-20T10:00:05.000Z' },
    );
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
    expect(report.generatedAt).toBe('2026-11-20T10:00:05.000Z');
    expect(
      report.decisions.map(({ subject, action, policy }) => [
        subject.name,
        action,
        policy,
      ]),
    ).toEqual([
      ['shop', 'allow', 'policy'],
      ['cart', 'deny', 'deploy.privileged'],
      ['shop', 'allow', 'policy'],
    ]);
  });

  it('holds what was let in once, and what was refused not at all', () => {
    const { workloads, scopes } = merged(
      { name: 'shop' },
      { name: 'cart', verdict: 'deny' },
      { name: 'shop', at: '2026-11-20T10:00:05.000Z' },
    );
    expect(workloads.map(({ subject, at }) => [subject.name, at])).toEqual([
      ['shop', '2026-11-20T10:00:05.000Z'],
    ]);
    expect(scopes.map(({ subject }) => subject.name)).toEqual(['shop']);
  });

  it('ends a break-glass with the next clean answer, and begins it with the last one', () => {
    const over: ExampleAnswer = { verdict: 'break-glass' };
    const ended = merged(over, { verdict: 'allow' });
    expect(ended.findings).toEqual([]);
    expect(ended.scopes).toMatchObject([
      { kind: 'misconfiguration', part: 'break-glass', complete: true },
    ]);
    const begun = merged({ verdict: 'allow' }, over);
    expect(begun.findings).toMatchObject([{ id: 'break-glass' }]);
    expect(begun.scopes).toHaveLength(1);
  });

  it('lets a refusal end nothing', () => {
    const { findings, workloads } = merged(
      { verdict: 'break-glass' },
      { verdict: 'deny' },
    );
    expect(findings).toMatchObject([{ id: 'break-glass' }]);
    expect(workloads).toHaveLength(1);
  });

  it('reads as many elements as it holds', () => {
    const { read, decisions, workloads, findings } = merged(
      { name: 'shop' },
      { name: 'cart', verdict: 'break-glass' },
      { name: 'quiet', verdict: 'deny' },
    );
    expect(read).toEqual({
      decision: decisions.length,
      workload: 2,
      misconfiguration: 1,
    });
    expect(workloads).toHaveLength(2);
    expect(findings).toHaveLength(1);
    expect(merged({ verdict: 'deny' }).read).toEqual({ decision: 1 });
  });

  it('says of an unknown cluster that it is unknown', () => {
    expect(merged({ cluster: '' }).subject).toEqual({
      kind: 'cluster',
      name: 'unknown',
    });
  });
});
