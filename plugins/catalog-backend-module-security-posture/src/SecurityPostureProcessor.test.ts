import type { Entity } from '@backstage/catalog-model';
import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import { Template } from './copy';
import { SecurityPostureProcessor } from './SecurityPostureProcessor';

const location = { type: 'url', target: 'https://github.com/acme/shop' };
const TYPE = 'security-posture.io/annotations';
const IMAGES = 'security-posture.io/images';

const component = (
  annotations: Record<string, string>,
  parts: Partial<AlphaEntity> = {},
): AlphaEntity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default', annotations },
  ...parts,
});

/** `kept` is what the cache of the entity holds, as JSON. */
function setUp(unmatched: string[] = [], kept: string = '{}') {
  const emit = jest.fn();
  const checker = { unmatched: jest.fn(async () => unmatched) };
  const cache = {
    get: async (key: string) => JSON.parse(kept)[key],
    set: jest.fn(async () => {}),
  };
  const processor = SecurityPostureProcessor.create({
    copy: [
      { to: IMAGES, template: Template.parse('ghcr.io/{{ metadata.name }}:1') },
    ],
    checker,
    now: () => Date.parse('2026-11-26T10:00:00Z'),
  });
  const post = async (entity: Entity): Promise<AlphaEntity> =>
    processor.postProcessEntity(entity, location, emit, cache);
  return { processor, post, emit, cache, checker };
}

const seen = '{"unmatched": {"askedAt": 0, "unmatched": []}}';
const warning = (message: string) => ({
  type: TYPE,
  level: 'warning',
  message,
});

describe('the processor', () => {
  it('runs after those whose annotations it reads', () => {
    const { processor } = setUp();
    expect(processor.getProcessorName()).toBe('SecurityPostureProcessor');
    expect(processor.getPriority()).toBeGreaterThan(20);
  });

  it('copies before, and warns of what it copied after', async () => {
    const { processor, post, emit } = setUp();
    const copied = await processor.preProcessEntity(component({}));
    expect(copied).toEqual(component({ [IMAGES]: 'ghcr.io/shop:1' }));
    const { status } = await post(copied);
    expect(status?.items).toEqual([
      warning(
        `${IMAGES}: "ghcr.io/shop:1" has a tag. Right is, for example, ghcr.io/shop`,
      ),
    ]);
    expect(emit).not.toHaveBeenCalled();
  });

  it('hands back the same entity if nothing is wrong', async () => {
    const { post, emit, cache } = setUp();
    for (const entity of [
      component({}),
      component({ [IMAGES]: 'ghcr.io/acme/shop' }),
      component({ [IMAGES]: 'shop:1' }, { kind: 'System' }),
    ]) {
      expect(await post(entity)).toBe(entity);
    }
    expect(emit).not.toHaveBeenCalled();
    expect(cache.set).toHaveBeenCalledTimes(1);
  });

  it('keeps what others say of an entity, not what it says of itself', async () => {
    const { post } = setUp();
    const other = { type: 'x', level: 'info' as const, message: 'other' };
    const old = { type: TYPE, level: 'error' as const, message: 'old' };
    const items = [old, other];
    const bad = component({ [IMAGES]: 'a:1' }, { status: { items } });
    expect((await post(bad)).status?.items).toEqual([
      other,
      warning(expect.stringContaining('has a tag')),
    ]);
    const good = component({}, { status: { items } });
    expect((await post(good)).status?.items).toEqual([other]);
  });

  it('says the same in every run, and not without end', async () => {
    const { post } = setUp();
    const images = Array.from({ length: 200 }, (_, i) => `a${i}:1`).join();
    const first = await post(component({ [IMAGES]: images }));
    expect(first.status?.items).toHaveLength(21);
    expect(first.status?.items?.at(-1)?.message).toBe(
      '180 more warnings like these',
    );
    expect(await post(component({ [IMAGES]: images }))).toEqual(first);
  });

  it('warns of what matches nothing, if the entity still says it', async () => {
    const { post, cache, checker } = setUp(
      [
        `${IMAGES}=ghcr.io/acme/shopp`,
        `${IMAGES}=ghcr.io/acme/earlier`,
        'security-posture.io/workloads=shop/web',
        'backstage.io/source-location=url:https://github.com/acme/shop',
      ],
      seen,
    );
    const entity = component({
      [IMAGES]: 'ghcr.io/acme/shop,ghcr.io/acme/shopp',
      'security-posture.io/workloads': 'shop/web',
      'backstage.io/source-location': 'url:https://github.com/acme/shop',
    });
    expect((await post(entity)).status?.items).toEqual([
      warning(
        `${IMAGES}: "ghcr.io/acme/shopp" matches no image that Security Posture has a report of`,
      ),
      warning(
        'security-posture.io/workloads: "shop/web" matches no workload that Security Posture has a report of',
      ),
    ]);
    expect(checker.unmatched).toHaveBeenCalledWith('component:default/shop');
    expect(cache.set).toHaveBeenCalledTimes(1);
  });

  it('asks nothing about an entity that claims nothing', async () => {
    const { post, cache, checker } = setUp([], seen);
    await post(component({ [IMAGES]: 'shop:1' }));
    await post(component({ 'security-posture.io/tier': '1' }));
    expect(checker.unmatched).not.toHaveBeenCalled();
    expect(cache.set).not.toHaveBeenCalled();
  });

  it('takes an entity in though the check fails', async () => {
    const { post, checker } = setUp([], seen);
    checker.unmatched.mockRejectedValue(new Error('broken'));
    const entity = component({ [IMAGES]: 'ghcr.io/acme/shop' });
    expect(await post(entity)).toBe(entity);
    expect(checker.unmatched).toHaveBeenCalledTimes(1);
  });
});
