import { noSeverityCounts } from 'backstage-plugin-security-posture-common';
import type { StageFacts } from '../model/stageFacts';
import { judgeStage } from './judgeStage';

const now = new Date('2026-11-20T12:00:00.000Z');
const rules = { freshForHours: 24, applicable: true };

function facts(
  changes: Partial<StageFacts> = {},
  reportedHoursAgo?: number,
): StageFacts {
  return {
    stage: 'build',
    tools:
      reportedHoursAgo === undefined
        ? []
        : [
            {
              source: 'trivy',
              name: 'Trivy',
              lastReportAt: new Date(
                now.getTime() - reportedHoursAgo * 3_600_000,
              ).toISOString(),
              incomplete: 0,
              skipped: 0,
            },
          ],
    open: noSeverityCounts(),
    fixable: 0,
    suppressed: 0,
    stale: 0,
    fixed: 0,
    decisions: { deny: 0, warn: 0, audit: 0, allow: 0 },
    ...changes,
  };
}

const open = (severity: 'critical' | 'high' | 'medium' | 'unknown') => ({
  open: { ...noSeverityCounts(), [severity]: 1 },
});

describe('judgeStage', () => {
  it.each([
    ['never-scanned', facts(), rules],
    ['not-applicable', facts(), { ...rules, applicable: false }],
    ['clean', facts({}, 1), { ...rules, applicable: false }],
    ['stale', facts({}, 25), rules],
    ['stale', facts(open('critical'), 25), rules],
    ['clean', facts({}, 23), rules],
    ['stale', facts({ stale: 2 }, 23), rules],
    ['failing', facts(open('critical'), 1), rules],
    ['failing', facts(open('high'), 1), rules],
    ['warning', facts(open('medium'), 1), rules],
    ['warning', facts(open('unknown'), 1), rules],
    [
      'failing',
      facts(
        {
          stage: 'deploy',
          decisions: { deny: 1, warn: 0, audit: 0, allow: 0 },
        },
        1,
      ),
      rules,
    ],
  ] as const)('is %s', (state, given, by) => {
    expect(judgeStage(given, by, now).state).toBe(state);
  });

  it('has no counts, rather than zero, for what was never reported', () => {
    expect(judgeStage(facts(), rules, now)).toMatchObject({
      findings: undefined,
      decisions: undefined,
      lastReportAt: undefined,
    });
  });

  it('tells which tool is stale when another is not', () => {
    const both = facts({}, 1);
    both.tools.push({ ...facts({}, 48).tools[0], name: 'Grype' });
    expect(judgeStage(both, rules, now)).toMatchObject({
      state: 'clean',
      tools: [{ stale: false }, { name: 'Grype', stale: true }],
    });
  });
});
