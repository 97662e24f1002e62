import { cart, parse, withResult } from './__testUtils__/parse';

describe('the subject of a result', () => {
  const subjectWith = (result: object, more: object = {}) =>
    parse(withResult({ policy: 'p', result: 'fail', ...result }, more))
      .decisions[0].subject;

  it('is the object that owns the report, where nothing else is named', () => {
    const ownerReferences = [
      { kind: 'ContainerImageScan', name: 'cart-630fc' },
      { kind: 'ReplicaSet', name: 'cart-7d9c8f5b6d' },
    ];
    expect(
      subjectWith({}, { metadata: { namespace: 'shop', ownerReferences } }),
    ).toEqual(cart);
  });

  it('is the pod that KubeArmor names in the properties', () => {
    expect(
      subjectWith({
        properties: {
          pod_name: 'cart-7d9c8f5b6d-x2k4t',
          namespace_name: 'shop',
        },
      }),
    ).toEqual(cart);
  });

  it('is the namespace of the report, else the cluster', () => {
    expect(subjectWith({})).toEqual({
      kind: 'namespace',
      name: 'shop',
      cluster: 'prod',
    });
    expect(subjectWith({}, { metadata: null })).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
  });

  it('is an artifact if its name is none of Kubernetes', () => {
    expect(
      subjectWith({
        resources: [
          { kind: 'Pod<b>', name: 'a/../c', namespace: 'kube-system%00' },
        ],
      }),
    ).toEqual({
      kind: 'artifact',
      name: 'kube-system%00/Pod<b>/a/../c',
      cluster: 'prod',
    });
  });
});
