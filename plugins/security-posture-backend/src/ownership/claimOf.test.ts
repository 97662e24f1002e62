import type { Entity } from '@backstage/catalog-model';
import type { Subject } from 'backstage-plugin-security-posture-common';
import { parse } from 'yaml';
import { MappingIndex } from '../mapping';
import { claimOf } from './claimOf';

const workload = (parts: Partial<Subject>): Subject => ({
  kind: 'workload',
  name: 'checkout',
  workloadKind: 'Deployment',
  ...parts,
});

/** A component that has the annotation as it is told. */
function claiming(text: string): MappingIndex {
  const { metadata } = parse(text);
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', ...metadata },
  };
  return MappingIndex.of([entity]);
}

describe('claimOf', () => {
  it.each<Subject>([
    { kind: 'image', name: 'ghcr.io/acme/shop' },
    { kind: 'image', name: 'docker.io/library/nginx' },
    { kind: 'repository', name: 'github.com/acme/shop' },
    workload({ cluster: 'prod', namespace: 'shop' }),
    workload({ namespace: 'shop' }),
    workload({ cluster: 'prod' }),
    workload({}),
  ])('claims %j, and not its namesake elsewhere', subject => {
    const claim = claimOf(subject);
    const index = claiming(claim?.text ?? '');
    expect(index.map({ id: '1', ...subject })?.via).toBe(claim?.key);
    const other =
      subject.kind === 'workload'
        ? { ...subject, id: '2', namespace: 'other' }
        : { ...subject, id: '2', name: `${subject.name}-other` };
    expect(index.map(other)).toBeUndefined();
  });

  it.each<Subject>([
    { kind: 'node', name: 'worker-1' },
    { kind: 'cluster', name: 'prod' },
    { kind: 'namespace', name: 'shop' },
    { kind: 'image', name: 'ghcr.io/acme/*' },
    { kind: 'image', name: 'a,b' },
    workload({ name: 'a/b', namespace: 'shop' }),
  ])('knows no annotation that claims %j', subject => {
    expect(claimOf(subject)).toBeUndefined();
  });
});
