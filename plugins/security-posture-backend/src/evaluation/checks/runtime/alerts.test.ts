import type { ComponentFacts, FindingFacts } from '../../../model/facts';
import {
  alertFinding,
  checkContext,
  componentFacts,
  daysAgo,
  sourceFacts,
} from '../../__testUtils__/facts';
import { malexec } from './malexec';
import { miner } from './miner';
import { netflow } from './netflow';
import { privesc } from './privesc';

const sensor = (changes = {}) =>
  sourceFacts({
    stage: 'runtime',
    source: 'falco',
    tool: 'Falco',
    subjectId: 'workload-checkout',
    fromPipeline: false,
    ...changes,
  });

const alert = (problem: string, changes: Partial<FindingFacts> = {}) =>
  alertFinding({}, { problem, title: problem, severity: 'high', ...changes });

const watched = (changes: Partial<ComponentFacts> = {}) =>
  componentFacts({ sources: [sensor()], ...changes });

describe.each([
  [privesc, 'PTRACE attached to process'],
  [netflow, 'Unexpected UDP Traffic'],
  [miner, 'Detect crypto miners using the Stratum protocol'],
  [malexec, 'Drop and execute new binary in container'],
])('$id', (check, rule) => {
  const judge = (facts: ComponentFacts) => check.judge(facts, checkContext());
  const judgeAlert = (changes: Partial<FindingFacts> = {}) =>
    judge(watched({ findings: [alert(rule, changes)] }));

  it('fails on an open alert of its kind, also when its severity is unknown', () => {
    const judgement = judgeAlert();
    expect(judgement).toMatchObject({
      result: 'fail',
      evidence: [{ kind: 'alert', result: 'fail', title: rule }],
    });
    expect(judgement.summary).toContain(rule);
    expect(judgeAlert({ severity: 'unknown' }).result).toBe('fail');
  });

  it('fails without any word of a sensor about itself', () => {
    const facts = componentFacts({ findings: [alert(rule)] });
    expect(judge(facts).result).toBe('fail');
  });

  it('warns of one that has been quiet', () => {
    expect(judgeAlert({ isStale: true }).result).toBe('warn');
  });

  it('passes while a sensor watches and is silent', () => {
    expect(judge(watched())).toMatchObject({
      result: 'pass',
      evidence: [{ kind: 'report', result: 'pass', id: 'report-1' }],
    });
  });

  it('passes on alerts of another kind', () => {
    const findings = [alert('Secret read')];
    expect(judge(watched({ findings })).result).toBe('pass');
  });

  it('is unknown when the sensor fell silent, and says since when', () => {
    const sources = [sensor({ lastReportAt: daysAgo(31) })];
    const judgement = judge(componentFacts({ sources }));
    expect(judgement.result).toBe('unknown');
    expect(judgement.summary).toBe('Falco last reported 31 days ago.');
  });

  it('passes when one of two sensors still watches', () => {
    const sources = [
      sensor({ lastReportAt: daysAgo(40) }),
      sensor({ tool: 'Tetragon', source: 'tetragon' }),
    ];
    expect(judge(componentFacts({ sources })).result).toBe('pass');
  });

  it('is unknown without a sensor: a scanner in the cluster watches nothing', () => {
    const scanner = sensor({ source: 'trivy-operator', tool: 'Trivy' });
    expect(judge(componentFacts()).result).toBe('unknown');
    expect(judge(componentFacts({ sources: [scanner] })).result).toBe(
      'unknown',
    );
  });

  it('is unknown when there are more findings than it can see', () => {
    expect(judge(watched({ isTruncated: true })).result).toBe('unknown');
  });

  it('does not apply to a library', () => {
    const component = { ...componentFacts().component, type: 'library' };
    expect(judge(componentFacts({ component })).result).toBe('not-applicable');
  });
});

describe('severity of an alert', () => {
  it.each([
    [privesc, 'PTRACE attached to process', 'warn'],
    [netflow, 'Unexpected UDP Traffic', 'warn'],
    [malexec, 'Terminal shell in container', 'warn'],
    [miner, 'Known Cryptominer Process Executed', 'fail'],
  ] as const)('$id takes a mild one as %3$s', (check, rule, result) => {
    const facts = watched({ findings: [alert(rule, { severity: 'low' })] });
    expect(check.judge(facts, checkContext()).result).toBe(result);
  });

  it('counts a package manager and a compiler as executions that do not belong', () => {
    const findings = [
      alert('Compiler Tool Execution'),
      alert('Launch Package Management Process in Container'),
    ];
    const judgement = malexec.judge(watched({ findings }), checkContext());
    expect(judgement.evidence.map(({ result }) => result)).toEqual([
      'fail',
      'fail',
    ]);
  });
});
