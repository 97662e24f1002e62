import { Component } from './schema';
import { readSubject } from './subject';

const context = { receivedAt: new Date('2031-03-03T00:00:00Z') };

function described(component: unknown) {
  const read = component === undefined ? component : Component.parse(component);
  return readSubject(read, context).subject;
}

describe('readSubject', () => {
  it('reads images from names, package URLs and versions', () => {
    const digest = `sha256:${'4'.repeat(64)}`;
    expect(
      described({
        type: 'container',
        name: 'ghcr.io/acme/shop:1.4',
        purl: `pkg:oci/shop@sha256%3A${'4'.repeat(
          64,
        )}?repository_url=ghcr.io%2Facme%2Fshop`,
        properties: [
          {
            name: 'aquasecurity:trivy:RepoTag',
            value: 'ghcr.io/acme/shop:1.4',
          },
        ],
      }),
    ).toEqual({
      kind: 'image',
      name: 'ghcr.io/acme/shop',
      tag: '1.4',
      digest,
    });
    expect(
      described({ type: 'container', name: 'acme/shop', version: digest }),
    ).toEqual({ kind: 'image', name: 'docker.io/acme/shop', digest });
    expect(
      described({ type: 'container', name: 'acme/shop', version: '2.1' }),
    ).toEqual({ kind: 'image', name: 'docker.io/acme/shop', tag: '2.1' });
    expect(
      described({
        type: 'container',
        name: 'Shop Image',
        purl: 'pkg:oci/shop?repository_url=ghcr.io&tag=3',
      }),
    ).toEqual({ kind: 'image', name: 'ghcr.io/shop', tag: '3' });
  });

  it('keeps a subject that is no image or repository as an artifact', () => {
    expect(described({ type: 'container', name: 'out/shop.tar.gz' })).toEqual({
      kind: 'artifact',
      name: 'out/shop.tar.gz',
    });
    expect(
      described({ type: 'library', group: 'org.acme', name: 'shop' }),
    ).toEqual({ kind: 'artifact', name: 'org.acme/shop' });
    expect(described(undefined)).toEqual({ kind: 'artifact', name: 'unknown' });
  });

  it('reads the cluster that a Kubernetes BOM of Trivy describes', () => {
    expect(
      described({
        type: 'platform',
        name: 'k8s.io/kubernetes',
        properties: [
          { name: 'aquasecurity:trivy:resource:Name', value: 'prod-1' },
          { name: 'aquasecurity:trivy:resource:Type', value: 'cluster' },
        ],
      }),
    ).toEqual({ kind: 'cluster', name: 'prod-1', cluster: 'prod-1' });
  });

  it('reads the repository of a source package', () => {
    expect(
      described({
        type: 'application',
        name: 'shop',
        purl: 'pkg:github/Acme/Shop@9a3f1c',
      }),
    ).toEqual({ kind: 'repository', name: 'github.com/acme/shop' });
    expect(
      described({ type: 'application', name: 'https://gitlab.com/acme/shop' }),
    ).toEqual({ kind: 'repository', name: 'gitlab.com/acme/shop' });
  });
});
