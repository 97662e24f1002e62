import type { Entity } from '@backstage/catalog-model';
import type { StoredSubject } from '../model/subject';
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
const repository = (name: string): StoredSubject => ({
  id: name,
  kind: 'repository',
  name,
});
const workload = (
  path: string,
  labels?: Record<string, string>,
): StoredSubject => {
  const [cluster, namespace, workloadKind, name] = path.split('/');
  return {
    id: path,
    kind: 'workload',
    cluster,
    namespace,
    workloadKind,
    name,
    labels,
  };
};

const index = MappingIndex.of([
  entity('shop', {
    'security-posture.io/images': 'ghcr.io/acme/shop*, docker.io/acme-shop',
    'security-posture.io/workloads': 'prod/web/*/shop-*, stage/checkout',
    'security-posture.io/repositories': 'github.com/acme/shop',
  }),
  entity('by-id', {
    'backstage.io/kubernetes-id': 'by-id',
    'backstage.io/kubernetes-namespace': 'shared',
  }),
  entity('by-label', {
    'backstage.io/kubernetes-label-selector': 'app=x,tier in (a, b),!legacy',
  }),
  entity('by-namespace', { 'backstage.io/kubernetes-namespace': 'own' }),
  entity('by-slug', { 'github.com/project-slug': 'Acme/Tools' }),
  entity('by-location', {
    'backstage.io/source-location':
      'url:https://gitlab.example.com/a/b/-/tree/main/',
  }),
]);

describe('MappingIndex', () => {
  it.each([
    [image('ghcr.io/acme/shop-worker'), 'shop'],
    [image('docker.io/library/acme-shop'), 'shop'],
    [image('ghcr.io/acme/other'), undefined],
    [image('xghcr.io/acme/shop'), undefined],
    [workload('prod/web/Deployment/shop-api'), 'shop'],
    [workload('dev/web/Deployment/shop-api'), undefined],
    [workload('any/stage/StatefulSet/checkout'), 'shop'],
    [
      workload('c/shared/Deployment/a', {
        'backstage.io/kubernetes-id': 'by-id',
      }),
      'by-id',
    ],
    [
      workload('c/elsewhere/Deployment/a', {
        'backstage.io/kubernetes-id': 'by-id',
      }),
      undefined,
    ],
    [
      workload('c/shared/Deployment/a', { 'backstage.io/kubernetes-id': 'z' }),
      undefined,
    ],
    [workload('c/shared/Deployment/unlabelled'), 'by-id'],
    [workload('c/n/Deployment/a', { app: 'x', tier: 'b' }), 'by-label'],
    [
      workload('c/n/Deployment/a', { app: 'x', tier: 'b', legacy: '1' }),
      undefined,
    ],
    [workload('c/own/Deployment/a', { app: 'y' }), 'by-namespace'],
    [repository('github.com/acme/tools'), 'by-slug'],
    [repository('gitlab.example.com/a/b'), 'by-location'],
    [repository('github.com/acme/shop'), 'shop'],
  ])('maps %j to %s', (subject, name) => {
    expect(index.map(subject)?.entityRefs).toEqual(
      name && [`component:default/${name}`],
    );
  });

  it('maps to every component that claims by the deciding rule', () => {
    const shared = MappingIndex.of([
      entity('a', { 'security-posture.io/images': 'docker.io/acme/base' }),
      entity('b', { 'security-posture.io/images': 'docker.io/acme/*' }),
    ]);
    expect(shared.map(image('docker.io/acme/base'))).toEqual({
      via: 'security-posture.io/images',
      entityRefs: ['component:default/a', 'component:default/b'],
    });
  });
});
