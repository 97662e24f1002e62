import type { ComponentFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  daysAgo,
  misconfiguration,
  passed,
  sourceFacts,
} from '../../__testUtils__/facts';
import { securityAsCode } from './securityAsCode';

const zizmor = sourceFacts({ source: 'sarif', tool: 'zizmor' });
const byHand = sourceFacts({ fromPipeline: false });

const judge = (changes: Partial<ComponentFacts>) =>
  securityAsCode.judge(componentFacts(changes), checkContext());

describe('ci.securityAsCode', () => {
  it.each([
    ['a tool that checks pipelines reported', { sources: [zizmor, byHand] }],
    [
      'Checkov found a control of workflows in order',
      { passes: [passed('CKV_GHA_2')] },
    ],
    [
      'Checkov found a workflow that is not in order',
      { findings: [misconfiguration('CKV2_GHA_1')] },
    ],
  ])('passes if %s', (_, changes) => {
    expect(judge(changes).result).toBe('pass');
  });

  it.each([
    ['that was too long ago', [{ ...zizmor, lastReportAt: daysAgo(8) }]],
    ['it looked in part', [{ ...zizmor, complete: false }]],
    ['pipelines only run scanners', [sourceFacts()]],
  ])('warns if %s', (_, sources) => {
    expect(judge({ sources }).result).toBe('warn');
  });

  it('fails if reports come from no pipeline', () => {
    expect(judge({ sources: [byHand] }).result).toBe('fail');
  });

  it('is unknown without a report of a build', () => {
    const deployed = sourceFacts({ stage: 'deploy', fromPipeline: false });
    expect(judge({ sources: [deployed] }).result).toBe('unknown');
    expect(judge({ passes: [passed('CKV_K8S_16')] }).result).toBe('unknown');
  });
});
