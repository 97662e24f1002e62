import { mockServices } from '@backstage/backend-test-utils';
import { readConfig } from './config';

const read = (securityPosture: object) =>
  readConfig(mockServices.rootConfig({ data: { securityPosture } }));

describe('readConfig', () => {
  it('has deadlines of its own, and no feeds, without configuration', () => {
    const { deadlines, intel } = readConfig(mockServices.rootConfig());
    expect(deadlines).toMatchObject({
      days: { critical: 7, high: 30, medium: 90, low: 120 },
      table: 'bod-26-04',
      startAt: 'first-seen',
    });
    expect(new Set(Object.values(deadlines.kinds))).toEqual(new Set([true]));
    expect(intel).toMatchObject({
      kev: [],
      epss: [],
      schedule: { frequency: { hours: 12 } },
    });
  });

  it('reads feeds and deadlines', () => {
    const { deadlines, intel } = read({
      intel: {
        kev: ['https://feeds.example/kev.json', '/data/kev.json'],
        epss: ['data/epss.csv.gz', 'data/epss.csv.gz'],
        schedule: { frequency: { hours: 1 }, timeout: 'PT5M' },
      },
      sla: {
        days: { critical: 0.5, low: 365 },
        table: 'off',
        startAt: 'fix-available',
        kinds: { licence: false },
      },
    });
    expect(intel.kev).toEqual([
      'https://feeds.example/kev.json',
      '/data/kev.json',
    ]);
    expect(intel.epss).toEqual(['data/epss.csv.gz']);
    expect(intel.schedule).toMatchObject({
      frequency: { hours: 1 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 30 },
    });
    expect(deadlines).toMatchObject({
      days: { critical: 0.5, high: 30, medium: 90, low: 365 },
      table: 'off',
      startAt: 'fix-available',
      kinds: { licence: false, code: true },
    });
  });

  it.each([
    ['intel.kev', { intel: { kev: 'kev.json' } }],
    ['intel.kev[1]', { intel: { kev: ['/kev.json', 'ftp://feeds.example'] } }],
    ['intel.epss[0]', { intel: { epss: ['https://'] } }],
    ['intel.epss[0]', { intel: { epss: ['https://me:x@feeds.example/e'] } }],
    ['intel.epss', { intel: { kev: ['/feed'], epss: ['/feed'] } }],
    ['intel.schedule.frequency', { intel: { schedule: { timeout: 'PT5M' } } }],
    ['sla.days.critical', { sla: { days: { critical: 0 } } }],
    ['sla.days.high', { sla: { days: { high: 'soon' } } }],
    ['sla.days.urgent', { sla: { days: { urgent: 1 } } }],
    ['sla.table', { sla: { table: 'bod-22-01' } }],
    ['sla.startAt', { sla: { startAt: 'someday' } }],
    ['sla.kinds.license', { sla: { kinds: { license: false } } }],
    ['sla.kinds.code', { sla: { kinds: { code: 'maybe' } } }],
  ])('names the key %s that is wrong', (key, config) => {
    expect(() => read(config)).toThrow(`securityPosture.${key}`);
  });
});
