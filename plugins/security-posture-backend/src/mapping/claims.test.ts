import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import type { StoredSubject } from '../model/subject';
import { claimOrder, claimsOf } from './claims';
import { MappingIndex } from './MappingIndex';

const entity = (name: string, annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
});

const image = (name: string): StoredSubject => ({
  id: name,
  kind: 'image',
  name,
});

const workload = (
  namespace: string | undefined,
  name: string,
  parts: Partial<StoredSubject> = {},
): StoredSubject => ({
  id: `${namespace}/${name}`,
  kind: 'workload',
  cluster: 'prod',
  namespace,
  workloadKind: 'Deployment',
  name,
  ...parts,
});

/** What claims a subject if every claim of every entity is asked. */
function askAll(entities: Entity[], subject: StoredSubject) {
  for (const via of claimOrder) {
    const entityRefs = entities
      .filter(each =>
        claimsOf(each).some(
          claim => claim.via === via && claim.claims(subject),
        ),
      )
      .map(each => stringifyEntityRef(each))
      .sort();
    if (entityRefs.length > 0) return { entityRefs, via };
  }
  return undefined;
}

const idLabel = 'backstage.io/kubernetes-id';

describe('claims that are found by a key', () => {
  const index = MappingIndex.of([
    entity('image', { 'security-posture.io/images': 'GHCR.io/Acme/Shop' }),
    entity('library', { 'security-posture.io/images': 'docker.io/Nginx' }),
    entity('workload', { 'security-posture.io/workloads': 'Web/Front' }),
    entity('of-kind', {
      'security-posture.io/workloads': 'web/Deployment/back',
    }),
    entity('namespace', { 'backstage.io/kubernetes-namespace': 'own' }),
    entity('id', {
      [idLabel]: 'api',
      'backstage.io/kubernetes-namespace': 'x',
    }),
  ]);

  it.each<[string, StoredSubject, string | undefined]>([
    ['an image in other letters', image('ghcr.io/acme/shop'), 'image'],
    ['an image of the library', image('docker.io/library/nginx'), 'library'],
    ['an image that only begins so', image('ghcr.io/acme/shop2'), undefined],
    ['a workload in other letters', workload('web', 'front'), 'workload'],
    ['a workload of another place', workload('own2', 'front'), undefined],
    ['a workload of its kind', workload('web', 'back'), 'of-kind'],
    [
      'a workload of another kind',
      workload('web', 'back', { workloadKind: 'Job' }),
      undefined,
    ],
    ['all of a namespace', workload('own', 'any'), 'namespace'],
    [
      'nothing of a namespace in other letters',
      workload('Own', 'a'),
      undefined,
    ],
    ['nothing without a namespace', workload(undefined, 'any'), undefined],
    [
      'a labelled workload',
      workload('x', 'a', { labels: { [idLabel]: 'api' } }),
      'id',
    ],
    [
      'no labelled workload elsewhere',
      workload('y', 'a', { labels: { [idLabel]: 'api' } }),
      undefined,
    ],
  ])('map %s', (_, subject, name) => {
    expect(index.map(subject)?.entityRefs).toEqual(
      name && [`component:default/${name}`],
    );
  });

  it('map as if every claim were asked', () => {
    const word = fc.constantFrom('shop', 'Shop', 'cart', 'web', 'a.b', 'x');
    const part = fc.oneof(
      word,
      fc.constant('*'),
      word.map(text => `${text}*`),
    );
    const listed = (text: fc.Arbitrary<string>) =>
      fc.array(text, { minLength: 1, maxLength: 3 }).map(all => all.join(', '));
    const path = fc
      .array(part, { minLength: 1, maxLength: 5 })
      .map(parts => parts.join('/'));
    const host = fc.constantFrom('ghcr.io', 'docker.io', 'github.com');
    const line = fc.tuple(host, part, part).map(parts => parts.join('/'));
    const short = fc.tuple(host, part).map(parts => parts.join('/'));
    const selector = fc.constantFrom('app=shop', 'app in (web,x)', '!app');
    const annotations = fc.record(
      {
        'security-posture.io/images': listed(fc.oneof(line, short)),
        'security-posture.io/repositories': listed(line),
        'security-posture.io/workloads': listed(path),
        [idLabel]: word,
        'backstage.io/kubernetes-label-selector': selector,
        'backstage.io/kubernetes-namespace': word,
        'backstage.io/source-location': fc
          .tuple(word, word)
          .map(([owner, name]) => `url:https://github.com/${owner}/${name}/`),
        'github.com/project-slug': fc
          .tuple(word, word)
          .map(parts => parts.join('/')),
      },
      { requiredKeys: [] },
    );
    const named = fc
      .record({
        kind: fc.constantFrom<'image' | 'repository'>('image', 'repository'),
        name: fc.tuple(host, word, word).map(parts => parts.join('/')),
      })
      .map(({ kind, name }): StoredSubject => ({ id: name, kind, name }));
    const labels = fc.record(
      { app: word, [idLabel]: word },
      { requiredKeys: [] },
    );
    const running = fc
      .tuple(
        fc.option(word, { nil: undefined }),
        word,
        word,
        word,
        fc.option(labels, { nil: undefined }),
      )
      .map(([namespace, name, cluster, workloadKind, own]) =>
        workload(namespace, name, { cluster, workloadKind, labels: own }),
      );
    let mapped = 0;
    fc.assert(
      fc.property(
        fc.array(annotations, { minLength: 1, maxLength: 6 }),
        fc.array(fc.oneof(named, running), { minLength: 1, maxLength: 8 }),
        (all, subjects) => {
          const entities = all.map((own, i) => entity(`c${i}`, own));
          const indexed = MappingIndex.of(entities);
          for (const subject of subjects) {
            const expected = askAll(entities, subject);
            if (expected) mapped += 1;
            expect(indexed.map(subject)).toEqual(expected);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(mapped).toBeGreaterThan(200);
  });
});
