import { DateTime } from 'luxon';
import { overdueBy } from './overdueBy';
import { readDueRule } from './readDueRule';

describe('readDueRule', () => {
  it.each([
    [
      'severity:high:30d',
      { by: { severity: 'high' }, days: 30, estimated: false },
    ],
    ['severity:info:none', { by: { severity: 'info' }, days: undefined }],
    [
      'severity:low:1.5d:no-fix',
      { by: { severity: 'low' }, days: 1.5, waitsForFix: true },
    ],
    [
      'bod-26-04:kev+exposed+automatable+total:3d:estimated',
      {
        by: { facts: ['kev', 'exposed', 'automatable', 'total'] },
        days: 3,
        estimated: true,
        waitsForFix: false,
      },
    ],
    [
      'bod-26-04:none:next-upgrade:estimated:no-fix',
      {
        by: { facts: [] },
        days: undefined,
        estimated: true,
        waitsForFix: true,
      },
    ],
  ])('reads %s', (name, rule) => {
    expect(readDueRule(name)).toMatchObject(rule);
  });

  it.each(['', 'alert:off', 'severity:severe:3d', 'severity:high:soon'])(
    'does not guess what "%s" means',
    name => expect(readDueRule(name)).toBeUndefined(),
  );
});

describe('overdueBy', () => {
  const due = '2026-03-01T12:00:00.000Z';
  it.each([
    ['2026-03-01T12:00:20.000Z', '1 minute'],
    ['2026-03-01T12:59:00.000Z', '59 minutes'],
    ['2026-03-01T14:59:00.000Z', '2 hours'],
    ['2026-03-03T11:00:00.000Z', '1 day'],
    ['2026-05-01T12:00:00.000Z', '61 days'],
  ])('at %s is %s', (now, words) => {
    expect(overdueBy(due, DateTime.fromISO(now, { zone: 'utc' }))).toBe(words);
  });
});
