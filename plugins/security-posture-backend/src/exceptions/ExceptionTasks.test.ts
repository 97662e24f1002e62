import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { trivyScan } from '../tests/__testUtils__/reports';
import {
  databases,
  entities,
  initDatabase,
} from '../tests/__testUtils__/scenario';
import { startWithPeople } from './__testUtils__/people';
import { ExceptionTasks } from './ExceptionTasks';

jest.setTimeout(60_000);

const openssl = { id: 'CVE-2026-0001', pkg: 'openssl', severity: 'CRITICAL' };
const DAY = 86_400_000;

function tasks(knex: Knex, send = jest.fn(async () => {})) {
  const audited = mockServices.auditor.mock();
  audited.createEvent.mockResolvedValue({
    success: async () => {},
    fail: async () => {},
  });
  const at = (now: number) =>
    ExceptionTasks.create({
      knex,
      rules: { maxDays: 365, warnDays: 7, fourEyes: true },
      auditor: audited,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      logger: mockServices.logger.mock(),
      notifications: { send },
      now: () => new Date(now),
    }).run();
  return { at, audited };
}

describe.each(databases.eachSupportedId())('exceptions in time on %p', id => {
  it('make their findings count again when their date has passed', async () => {
    const knex = await initDatabase(id);
    const { send, read, ann, bob, findingOf, except, states } =
      await startWithPeople({ knex });
    await send(trivyScan([openssl]));
    const { id: findingId } = await findingOf('shop', openssl.id);
    const one = await except({
      target: { findingId },
      scope: { kind: 'finding' },
      until: {
        kind: 'date',
        at: new Date(Date.now() + 30 * DAY).toISOString(),
      },
    });
    const late = await ann.post('exceptions', {
      kind: 'accepted',
      target: { findingId },
      scope: { kind: 'component' },
      reason: 'Nobody looked at it',
      until: { kind: 'date', at: one.until.at },
    });
    const end = Date.parse(one.until.at ?? '');
    const { at, audited } = tasks(knex);
    await at(end - 1);
    expect(await states('shop')).toEqual({ [openssl.id]: 'suppressed' });
    expect(audited.createEvent).not.toHaveBeenCalled();
    await at(end);
    expect(await states('shop')).toEqual({ [openssl.id]: 'open' });
    expect(
      (await read('shop', 'posture')).body.stages.build.findings,
    ).toMatchObject({ open: { critical: 1 }, suppressed: 0 });
    expect((await ann.get(`exceptions/${one.id}`)).body).toMatchObject({
      status: 'expired',
      endedBecause: 'expired',
      endedAt: one.until.at,
      trail: [
        {},
        {},
        {
          action: 'exception-expired',
          actor: 'security-posture-exceptions',
          at: one.until.at,
        },
      ],
    });
    expect(audited.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'exception-expire',
        meta: { exceptionIds: expect.arrayContaining([one.id, late.body.id]) },
      }),
    );
    const tooLate = await bob.post(`exceptions/${late.body.id}/approve`);
    expect(tooLate.status).toBe(409);
  });

  it('tell the requester and the owner a week before, and again if that failed', async () => {
    const knex = await initDatabase(id);
    const plugin = await startWithPeople({ knex });
    await plugin.send(trivyScan([openssl]));
    const { id: findingId } = await plugin.findingOf('shop', openssl.id);
    const one = await plugin.except({
      target: { findingId },
      scope: { kind: 'finding' },
      until: { kind: 'date', at: '2027-01-31T00:00:00Z' },
    });
    const notify = jest.fn(async () => {});
    const { at } = tasks(knex, notify);
    const end = Date.parse('2027-01-31T00:00:00Z');
    await at(end - 7 * DAY - 1);
    expect(notify).not.toHaveBeenCalled();
    notify.mockRejectedValueOnce(new Error('No notifications here'));
    await at(end - 7 * DAY);
    await at(end - 6 * DAY);
    await at(end - 5 * DAY);
    expect(notify).toHaveBeenCalledTimes(2);
    expect(notify).toHaveBeenLastCalledWith({
      recipients: {
        type: 'entity',
        entityRef: ['user:default/ann', 'group:default/payments'],
      },
      payload: expect.objectContaining({
        title: 'The exception for CVE-2026-0001 ends on 2027-01-31',
        link: '/catalog/default/component/shop/security',
        scope: `security-posture:exception:${one.id}`,
      }),
    });
  });

  it('follow changes of the catalog', async () => {
    const knex = await initDatabase(id);
    const { send, except, states } = await startWithPeople({ knex });
    await send(trivyScan([openssl]));
    await except({
      target: { problem: openssl.id },
      scope: { kind: 'component', ref: 'shop' },
    });
    expect(await states('shop')).toEqual({ [openssl.id]: 'suppressed' });
    const [{ subject_id }] = await knex('findings');
    await knex('subject_components').insert({
      subject_id,
      entity_ref: 'component:default/quiet',
      via: 'annotation',
    });
    const { at } = tasks(knex);
    await at(Date.now());
    expect(await states('shop')).toEqual({ [openssl.id]: 'open' });
    await knex('subject_components')
      .where('entity_ref', 'component:default/quiet')
      .delete();
    await at(Date.now());
    expect(await states('shop')).toEqual({ [openssl.id]: 'suppressed' });
  });
});
