import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { applyMigrations } from '../store/migrations';
import { unmatchedClaims } from './unmatchedClaims';

jest.setTimeout(60_000);

const at = '2026-11-20T00:00:00.000Z';

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([name, value]) => [
        `security-posture.io/${name}`,
        value,
      ]),
    ),
  },
});

describe.each(databases.eachSupportedId())('unmatchedClaims, %p', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase(id);
    await applyMigrations(knex);
    const subject = (name: string, kind: string, place: object = {}) => ({
      id: `${kind}-${name}`,
      kind,
      name,
      first_seen_at: at,
      last_seen_at: at,
      ...place,
    });
    await knex('subjects').insert([
      subject('ghcr.io/acme/Shop_api', 'image'),
      subject('docker.io/library/nginx', 'image'),
      subject('web', 'workload', {
        cluster: 'prod',
        namespace: 'shop',
        workload_kind: 'Deployment',
      }),
    ]);
  });

  it.each([
    ['images', 'ghcr.io/acme/shop_api', true],
    ['images', 'ghcr.io/acme/shop*', true],
    ['images', 'docker.io/nginx', true],
    ['images', 'ghcr.io/acme/shopXapi', false],
    ['images', 'ghcr.io/acme/other', false],
    ['workloads', 'shop/web', true],
    ['workloads', 'shop/Deployment/web', true],
    ['workloads', 'prod/shop/*/web', true],
    ['workloads', 'stage/shop/*/web', false],
    ['workloads', 'shop/CronJob/web', false],
  ])('%s: %s is matched: %s', async (name, element, isMatched) => {
    expect(await unmatchedClaims(knex, entity({ [name]: element }))).toEqual(
      isMatched ? [] : [`security-posture.io/${name}=${element}`],
    );
  });

  it('names each element that matches nothing, and no other', async () => {
    const images = 'docker.io/nginx, ghcr.io/a/b\nghcr.io/c/d';
    expect(await unmatchedClaims(knex, entity({ images }))).toEqual([
      'security-posture.io/images=ghcr.io/a/b',
      'security-posture.io/images=ghcr.io/c/d',
    ]);
  });

  it('says nothing of a kind that was never reported', async () => {
    const repositories = 'github.com/acme/shop';
    expect(await unmatchedClaims(knex, entity({ repositories }))).toEqual([]);
  });
});
