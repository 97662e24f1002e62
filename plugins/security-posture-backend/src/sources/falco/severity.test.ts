import { readFalcoSeverity } from './severity';

describe('the severity of an event', () => {
  it.each([
    ['Emergency', 'critical'],
    ['Alert', 'critical'],
    ['CRITICAL', 'critical'],
    ['error', 'high'],
    ['Warning', 'medium'],
    ['Notice', 'low'],
    ['Informational', 'info'],
    ['INFO', 'info'],
    ['Debug', 'info'],
    ['Fatal', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (priority, severity) => {
    expect(readFalcoSeverity(priority, 'A rule')).toBe(severity);
  });

  it('of mining is critical, whatever the priority', () => {
    const rule = 'Detect crypto miners using the Stratum protocol';
    expect(readFalcoSeverity('Notice', rule)).toBe('critical');
  });
});
