import { mockServices } from '@backstage/backend-test-utils';
import { readConfig } from '../config';

const read = (securityPosture: object) =>
  readConfig(mockServices.rootConfig({ data: { securityPosture } }));

const DAY = 86_400_000;

describe('the configuration of life cycle and retention', () => {
  it('has defaults', () => {
    const { lifeCycle, retention } = readConfig(mockServices.rootConfig());
    expect(lifeCycle).toEqual({
      staleAfter: { build: 30 * DAY, deploy: 14 * DAY, runtime: 14 * DAY },
      quietAfter: 7 * DAY,
      closeAfter: 30 * DAY,
      runningFor: 14 * DAY,
    });
    expect(retention).toEqual({
      reports: 90 * DAY,
      fixedFindings: 365 * DAY,
      absentEvidence: 30 * DAY,
      decisions: 90 * DAY,
      alerts: 90 * DAY,
      trail: 730 * DAY,
      history: 730 * DAY,
    });
  });

  it('takes durations in any form, each alone', () => {
    const { lifeCycle, retention } = read({
      findings: { staleAfter: { deploy: { days: 3 } }, quietAfter: 'PT12H' },
      retention: { trail: '5 days', history: { years: 5 } },
    });
    expect(lifeCycle).toMatchObject({
      staleAfter: { build: 30 * DAY, deploy: 3 * DAY },
      quietAfter: DAY / 2,
      closeAfter: 30 * DAY,
    });
    expect(retention).toMatchObject({
      reports: 90 * DAY,
      trail: 5 * DAY,
      history: 5 * 365 * DAY,
    });
  });

  it.each([
    [{ retention: { alerts: 'soon' } }, 'alerts'],
    [
      { retention: { alerts: { days: 0 } } },
      'securityPosture.retention.alerts must be longer than nothing',
    ],
    [
      { findings: { staleAfter: { build: { days: -1 } } } },
      'securityPosture.findings.staleAfter.build must be longer than nothing',
    ],
    [
      { retention: { alarms: { days: 1 } } },
      'securityPosture.retention.alarms is not known',
    ],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
