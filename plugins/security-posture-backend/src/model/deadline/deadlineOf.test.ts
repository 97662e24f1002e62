import { deadlineOf, type DeadlineFacts } from './deadlineOf';
import { defaultDeadlineRules } from './rules';
import { slaStateOf } from './slaState';

const facts: DeadlineFacts = {
  kind: 'vulnerability',
  severity: 'high',
  knownExploited: false,
  exposed: false,
  automatable: false,
  totalImpact: false,
  startedAt: '2026-11-01T00:00:00.000Z',
};

const rules = defaultDeadlineRules;

describe('the table of BOD 26-04', () => {
  // Known exploited, exposed, automatable, total impact; then the rule and whether forensics.
  it.each([
    [false, false, false, false, 'none:next-upgrade', undefined, false],
    [false, false, false, true, 'total:next-upgrade', undefined, false],
    [false, false, true, false, 'automatable:60d', 60, false],
    [false, false, true, true, 'automatable+total:60d', 60, false],
    [false, true, false, false, 'exposed:60d', 60, false],
    [false, true, false, true, 'exposed+total:14d', 14, false],
    [false, true, true, false, 'exposed+automatable:14d', 14, false],
    [false, true, true, true, 'exposed+automatable+total:3d', 3, false],
    [true, false, false, false, 'kev:14d', 14, false],
    [true, false, false, true, 'kev+total:14d', 14, false],
    [true, false, true, false, 'kev+automatable:14d', 14, false],
    [true, false, true, true, 'kev+automatable+total:3d', 3, true],
    [true, true, false, false, 'kev+exposed:14d', 14, false],
    [true, true, false, true, 'kev+exposed+total:3d', 3, true],
    [true, true, true, false, 'kev+exposed+automatable:3d', 3, false],
    [true, true, true, true, 'kev+exposed+automatable+total:3d', 3, true],
  ])(
    'answers exploited %p, exposed %p, automatable %p, total %p with %s',
    (knownExploited, exposed, automatable, totalImpact, rule, days, hunt) => {
      const due = deadlineOf(
        { ...facts, knownExploited, exposed, automatable, totalImpact },
        rules,
      );
      expect(due.rule).toBe(`bod-26-04:${rule}`);
      expect(due.days).toBe(days);
      expect(due.forensics ?? false).toBe(hunt);
      expect(due.dueAt).toBe(
        days === undefined
          ? undefined
          : new Date(Date.UTC(2026, 10, 1 + days)).toISOString(),
      );
    },
  );

  it('never lets what is unknown relax a deadline, and says that it estimated', () => {
    const unknown = {
      ...facts,
      exposed: undefined,
      automatable: undefined,
      totalImpact: undefined,
    };
    expect(deadlineOf({ ...unknown, severity: 'critical' }, rules).rule).toBe(
      'bod-26-04:exposed+automatable+total:3d:estimated',
    );
    expect(deadlineOf(unknown, rules).rule).toBe(
      'bod-26-04:exposed:60d:estimated',
    );
    expect(deadlineOf({ ...facts, exposed: undefined }, rules).rule).toBe(
      'bod-26-04:exposed:60d:estimated',
    );
  });
});

describe('deadlines by severity', () => {
  it.each([
    ['critical', 'severity:critical:7d', '2026-11-08T00:00:00.000Z'],
    ['high', 'severity:high:30d', '2026-12-01T00:00:00.000Z'],
    ['medium', 'severity:medium:90d', '2027-01-30T00:00:00.000Z'],
    ['low', 'severity:low:120d', '2027-03-01T00:00:00.000Z'],
    ['info', 'severity:info:none', undefined],
    ['unknown', 'severity:unknown:none', undefined],
  ] as const)('gives %s the rule %s', (severity, rule, dueAt) => {
    const nobodyLookedItUp = { ...facts, severity, knownExploited: undefined };
    expect(deadlineOf(nobodyLookedItUp, rules)).toMatchObject({ rule });
    expect(deadlineOf(nobodyLookedItUp, rules).dueAt).toBe(dueAt);
    for (const kind of ['secret', 'alert', 'licence', 'code'] as const) {
      expect(deadlineOf({ ...facts, kind, severity }, rules).rule).toBe(rule);
    }
    const withoutTable = { ...rules, table: 'off' } as const;
    expect(
      deadlineOf({ ...facts, severity, knownExploited: true }, withoutTable)
        .rule,
    ).toBe(rule);
  });

  it('follows the configured days, and leaves out kinds that are off', () => {
    const own = {
      ...rules,
      days: { ...rules.days, high: 1.5 },
      kinds: { ...rules.kinds, licence: false },
    };
    expect(deadlineOf({ ...facts, kind: 'code' }, own)).toEqual({
      dueAt: '2026-11-02T12:00:00.000Z',
      rule: 'severity:high:1.5d',
      days: 1.5,
    });
    expect(deadlineOf({ ...facts, kind: 'licence' }, own)).toEqual({
      rule: 'licence:off',
    });
  });

  it('has nothing due while the clock has not started', () => {
    const { dueAt, rule } = deadlineOf(
      { ...facts, knownExploited: true, startedAt: undefined },
      rules,
    );
    expect(dueAt).toBeUndefined();
    expect(rule).toBe('bod-26-04:kev:14d:no-fix');
  });
});

describe('slaStateOf', () => {
  const dueAt = '2026-11-10T00:00:00.000Z';
  const before = new Date('2026-11-09T23:59:59.999Z');
  const after = new Date('2026-11-10T00:00:00.001Z');

  it.each([
    ['open', before, undefined, 'due'],
    ['open', new Date(dueAt), undefined, 'due'],
    ['open', after, undefined, 'breached'],
    ['stale', before, undefined, 'due'],
    ['stale', after, undefined, 'breached'],
    ['fixed', after, '2026-11-10T00:00:00.000Z', 'met'],
    ['fixed', before, '2026-11-10T00:00:00.001Z', 'missed'],
    ['suppressed', after, undefined, 'none'],
    ['absent', after, undefined, 'none'],
  ] as const)('is for %s at %p, fixed %p: %s', (state, now, fixedAt, sla) => {
    expect(slaStateOf({ state, dueAt, fixedAt }, now)).toBe(sla);
    expect(slaStateOf({ state, fixedAt }, now)).toBe('none');
  });
});
