import { image, read } from './__fixtures__/reports';

describe('the subject of an image scan', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  it.each([
    ['nginx', {}, { kind: 'image', name: 'docker.io/library/nginx' }],
    [
      'dist/shop.tar',
      { RepoTags: ['shop:2'] },
      { kind: 'image', name: 'docker.io/library/shop', tag: '2' },
    ],
    ['dist/shop.tar', {}, { kind: 'artifact', name: 'dist/shop.tar' }],
    [
      `sha256:${'c'.repeat(64)}`,
      { RepoDigests: [`ghcr.io/acme/shop@${digest}`] },
      { kind: 'image', name: 'ghcr.io/acme/shop', digest },
    ],
    [
      'x.tar.gz',
      { Reference: 'ghcr.io/acme/shop:3' },
      { kind: 'image', name: 'ghcr.io/acme/shop', tag: '3' },
    ],
    [
      'a b:c d',
      { RepoDigests: [`ghcr.io/acme/shop@${digest}`] },
      { kind: 'artifact', name: 'a b:c d' },
    ],
    [
      '../../etc/passwd',
      { RepoDigests: [`ghcr.io/acme/shop@${digest}`] },
      { kind: 'artifact', name: '../../etc/passwd' },
    ],
  ])('is, for %s with %j, %j', (name, metadata, subject) => {
    const value = image([], { ArtifactName: name, Metadata: metadata });
    expect(read(value).subject).toEqual(subject);
  });

  it('is an image without a type only if it has a tag or digest', () => {
    const untyped = (name: string) =>
      read({ SchemaVersion: 2, ArtifactName: name, Results: [] }).subject.kind;
    expect(untyped('shop:1')).toBe('image');
    expect(untyped('src')).toBe('artifact');
  });
});
