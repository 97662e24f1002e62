import { readReview } from './readReview';

const deployment = (over: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    template: {
      metadata: { labels: { app: 'shop' } },
      spec: {
        containers: [{ name: 'app', image: 'ghcr.io/acme/shop:1.4' }],
        initContainers: [{ name: 'init', image: 'ghcr.io/acme/shop:1.4' }],
      },
    },
  },
  ...over,
});

const review = (request: object = {}) => ({
  apiVersion: 'admission.k8s.io/v1',
  kind: 'AdmissionReview',
  request: {
    uid: 'u-1',
    kind: { group: 'apps', version: 'v1', kind: 'Deployment' },
    operation: 'CREATE',
    namespace: 'shop',
    name: 'shop',
    userInfo: { username: 'ann@acme.example' },
    object: deployment(),
    ...request,
  },
});

describe('readReview', () => {
  it('reads who asks for what, each image once', () => {
    expect(readReview(review(), 'prod')).toMatchObject({
      uid: 'u-1',
      kind: 'Deployment',
      actor: 'ann@acme.example',
      isDryRun: false,
      isUnknownKind: false,
      subject: { cluster: 'prod', namespace: 'shop', name: 'shop' },
      images: [{ kind: 'image', name: 'ghcr.io/acme/shop', tag: '1.4' }],
    });
  });

  it.each([
    ['no object', null, /JSON object/],
    ['a list', [], /JSON object/],
    ['another kind', { apiVersion: 'v1', kind: 'Pod' }, /AdmissionReview/],
    [
      'an older version',
      { ...review(), apiVersion: 'admission.k8s.io/v1beta1' },
      /admission\.k8s\.io\/v1/,
    ],
    ['no request', { ...review(), request: undefined }, /request/],
    ['no uid', review({ uid: undefined }), /uid/],
    ['no object to create', review({ object: null }), /request\.object/],
    [
      'containers that are none',
      review({
        object: deployment({ spec: { template: { spec: { containers: 7 } } } }),
      }),
      /request\.object/,
    ],
    [
      'a name that Kubernetes does not allow',
      review({ object: deployment({ metadata: { name: 'a/b' } }) }),
      /request\.object/,
    ],
  ])('refuses %s', (_, body, message) => {
    expect(() => readReview(body)).toThrow(message);
  });

  it.each([
    ['a deletion', { operation: 'DELETE', object: null }],
    ['a connection', { operation: 'CONNECT', subResource: 'exec' }],
    ['a subresource', { operation: 'UPDATE', subResource: 'scale' }],
    [
      'an object that runs nothing',
      {
        object: {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'shop' },
          spec: {},
        },
      },
    ],
  ])('finds nothing to judge in %s', (_, request) => {
    const question = readReview(review(request));
    expect(question.workload).toBeUndefined();
    expect(question.isUnknownKind).toBe(false);
  });

  it('says that it does not know a kind', () => {
    const object = {
      apiVersion: 'example.org/v1',
      kind: 'Spaceship',
      metadata: { name: 'x' },
    };
    expect(readReview(review({ object }))).toMatchObject({
      kind: 'Spaceship',
      isUnknownKind: true,
    });
  });

  it.each(['the object', 'its pods'])(
    'reads the reason for break-glass of %s',
    place => {
      const annotations = { 'security-posture.io/break-glass': ' INC-7 ' };
      const object = deployment(
        place === 'the object'
          ? { metadata: { name: 'shop', annotations } }
          : {
              spec: {
                template: {
                  metadata: { annotations },
                  spec: { containers: [{ name: 'a', image: 'x' }] },
                },
              },
            },
      );
      expect(readReview(review({ object })).breakGlass).toBe('INC-7');
    },
  );

  it('keeps no value of an environment variable', () => {
    const env = [{ name: 'DB_PASSWORD', value: 'hunter2' }];
    const object = deployment({
      spec: {
        template: { spec: { containers: [{ name: 'a', image: 'x', env }] } },
      },
    });
    const question = readReview(review({ object }));
    expect(JSON.stringify(question)).toContain('DB_PASSWORD');
    expect(JSON.stringify(question)).not.toContain('hunter2');
  });
});
