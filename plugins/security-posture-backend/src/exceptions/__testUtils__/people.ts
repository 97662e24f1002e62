import { mockCredentials } from '@backstage/backend-test-utils';
import type { Exception } from 'backstage-plugin-security-posture-common';
import request from 'supertest';
import { start, type StartOptions } from '../../tests/__testUtils__/scenario';

const base = '/api/security-posture/v1';

/** The plugin, with a client for each person. */
export async function startWithPeople(options: StartOptions) {
  const plugin = await start(options);
  const as = (name: string) => {
    const authorization = mockCredentials.user.header(`user:default/${name}`);
    return {
      get: (path: string, query: object = {}) =>
        request(plugin.server)
          .get(`${base}/${path}`)
          .query(query)
          .set('Authorization', authorization),
      post: (path: string, body: object = {}) =>
        request(plugin.server)
          .post(`${base}/${path}`)
          .set('Authorization', authorization)
          .send(body),
    };
  };
  const ann = as('ann');
  const bob = as('bob');

  /** The only finding of a problem in a component, whatever its state. */
  const findingOf = async (component: string, problem: string) => {
    const { body } = await plugin.read(component, 'findings', {
      state: 'open,fixed,suppressed',
      q: problem,
    });
    expect(body.items).toHaveLength(1);
    return body.items[0];
  };
  /** Ann asks, Bob approves. */
  const except = async (body: object): Promise<Exception> => {
    const asked = await ann.post('exceptions', {
      kind: 'accepted',
      reason: 'Not reachable from outside',
      ...body,
    });
    expect(asked.body).toMatchObject({ status: 'pending' });
    const { id } = asked.body;
    const approved = await bob.post(`exceptions/${id}/approve`);
    expect(approved.body).toMatchObject({ status: 'approved' });
    return approved.body;
  };
  /** Problem and state of each finding of a component, by problem. */
  const states = async (component: string): Promise<Record<string, string>> => {
    const { body } = await plugin.read(component, 'findings', {
      state: 'open,fixed,suppressed',
      limit: 100,
    });
    return Object.fromEntries(
      body.items.map((item: { problem: string; state: string }) => [
        item.problem,
        item.state,
      ]),
    );
  };
  return { ...plugin, as, ann, bob, findingOf, except, states };
}
