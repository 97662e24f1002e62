import { shiftTimes } from './shiftTimes';

const DAY = 86_400_000;

describe('shiftTimes', () => {
  it('moves times, whatever their zone, and keeps their fraction', () => {
    expect(
      shiftTimes(
        '{"time":"2026-01-15T12:00:00.123456789Z","at":"2026-01-15T13:00:00+01:00"}',
        DAY,
        [],
      ),
    ).toBe(
      '{"time":"2026-01-16T12:00:00.123456789Z","at":"2026-01-16T12:00:00Z"}',
    );
  });

  it('keeps the times of facts', () => {
    const text = '{"PublishedDate":"2021-12-10T10:15:00Z"}';
    expect(shiftTimes(text, DAY, ['PublishedDate'])).toBe(text);
  });

  it('moves the seconds of policy reports in JSON and YAML', () => {
    expect(shiftTimes('"seconds": 1768478400', DAY, [])).toBe(
      '"seconds": 1768564800',
    );
    expect(shiftTimes('seconds: 1768478400', DAY, [])).toBe(
      'seconds: 1768564800',
    );
  });
});
