import {
  imageArtifact,
  misconfiguration,
  passed,
  repositoryArtifact,
  shopWorkload,
  workload,
} from '../../__testUtils__/facts';
import { casesOf, describeCases } from '../../__testUtils__/judged';
import { registryCapabilities } from './registryCapabilities';
import { registryPrivate } from './registryPrivate';
import { registryTrusted } from './registryTrusted';

const trusting = (...trustedRegistries: string[]) => ({
  policy: { trustedRegistries },
});

const registry = {
  host: 'ghcr.io/acme',
  private: true,
  accessControl: true,
  builtInScanning: true,
  signed: false,
};

const runs = (name: string) =>
  workload({ images: [{ subjectId: `image ${name}`, name }] });

const own = imageArtifact();
const ofHub = imageArtifact({ name: 'docker.io/library/nginx' });
const unbuilt = { built: false, running: false };
const library = {
  component: { entityRef: 'component:default/lib', type: 'library', tags: [] },
};

describe('where images come from', () => {
  describeCases([
    ...casesOf(
      registryTrusted,
      ['pass', 'a host', { artifacts: [own] }, trusting('ghcr.io')],
      [
        'pass',
        'a host and a path',
        { artifacts: [own] },
        trusting('GHCR.io/acme/'),
      ],
      ['pass', 'a star', { artifacts: [own] }, trusting('ghcr.io/acme/*')],
      [
        'fail',
        'a path that only begins alike',
        { artifacts: [own] },
        { ...trusting('ghcr.io/ac'), says: /ghcr\.io\/acme\/shop/ },
      ],
      [
        'fail',
        'a host that ends alike',
        { artifacts: [own] },
        trusting('cr.io'),
      ],
      ['fail', 'nothing is trusted', { artifacts: [own] }, trusting()],
      ['fail', 'an empty name', { artifacts: [own] }, trusting('')],
      [
        'fail',
        'one of two',
        { artifacts: [own, ofHub] },
        { ...trusting('ghcr.io'), says: /^docker\.io\/library\/nginx:/ },
      ],
      [
        'fail',
        'an image that a workload names',
        { artifacts: [own], workloads: [runs('docker.io/library/redis')] },
        { ...trusting('ghcr.io'), says: /redis/ },
      ],
      [
        'pass',
        'an older image that is neither built nor runs',
        { artifacts: [own, { ...ofHub, ...unbuilt }] },
        trusting('ghcr.io'),
      ],
      ['unknown', 'nothing is configured', { artifacts: [own] }],
      [
        'fail',
        'a tool reports it',
        { artifacts: [own], findings: [misconfiguration('trusted-registry')] },
      ],
      [
        'warn',
        'a tool reported it, and looked no more',
        { findings: [misconfiguration('trusted-registry', { isStale: true })] },
      ],
      [
        'pass',
        'the list of a tool does not know the registry that the policy trusts',
        { artifacts: [own], findings: [misconfiguration('trusted-registry')] },
        trusting('ghcr.io'),
      ],
      [
        'pass',
        'a tool found the only image of a workload in order',
        {
          artifacts: [own],
          workloads: [
            workload({
              images: [{ subjectId: own.subjectId, name: own.name }],
            }),
          ],
          passes: [passed('trusted-registry')],
        },
      ],
      [
        'unknown',
        'a tool found one of two images in order',
        {
          artifacts: [own, { ...ofHub, subjectId: 'image-nginx' }],
          passes: [passed('trusted-registry', { subjectId: own.subjectId })],
        },
        { says: /nginx/ },
      ],
      [
        'pass',
        'a tool found a manifest in order',
        { passes: [passed('trusted-registry')] },
      ],
      ['unknown', 'nothing is known', {}, trusting('ghcr.io')],
      [
        'not-applicable',
        'a repository alone',
        { artifacts: [repositoryArtifact()] },
      ],
      ['not-applicable', 'a library', library],
      [
        'unknown',
        'a repository, and something runs',
        { artifacts: [repositoryArtifact()], workloads: [workload()] },
      ],
    ),
    ...casesOf(
      registryPrivate,
      ['warn', 'a public registry', { artifacts: [ofHub] }, { says: /nginx/ }],
      [
        'warn',
        'one that may be closed, of which the policy says nothing',
        { artifacts: [own] },
      ],
      [
        'pass',
        'the policy says that it is private',
        { artifacts: [own] },
        { policy: { registries: [registry] } },
      ],
      [
        'warn',
        'the policy says that it is public',
        { artifacts: [imageArtifact({ name: 'registry.acme.example/shop' })] },
        {
          policy: {
            registries: [
              { ...registry, host: 'registry.acme.example', private: false },
            ],
          },
        },
      ],
      [
        'warn',
        'the nearest entry counts',
        { artifacts: [own] },
        {
          policy: {
            registries: [
              { ...registry, host: 'ghcr.io' },
              { ...registry, private: false },
            ],
          },
        },
      ],
      [
        'pass',
        'registries of cloud accounts',
        {
          artifacts: [
            '1234.dkr.ecr.eu-west-1.amazonaws.com/shop',
            'acme.azurecr.io/shop',
            'europe-docker.pkg.dev/acme/shop',
          ].map(name => imageArtifact({ name })),
        },
      ],
      [
        'unknown',
        'a registry that nobody knows',
        { artifacts: [imageArtifact({ name: 'registry.acme.example/shop' })] },
        { says: /registry\.acme\.example is private/ },
      ],
      ['unknown', 'nothing is known', {}],
      [
        'not-applicable',
        'a repository alone',
        { artifacts: [repositoryArtifact()] },
      ],
    ),
    ...casesOf(
      registryCapabilities,
      [
        'pass',
        'it has everything',
        { artifacts: [own] },
        { policy: { registries: [registry] } },
      ],
      [
        'fail',
        'it scans nothing',
        { artifacts: [own] },
        {
          policy: { registries: [{ ...registry, builtInScanning: false }] },
          says: /no scanning/,
        },
      ],
      [
        'fail',
        'it is open',
        { artifacts: [own] },
        {
          policy: {
            registries: [{ ...registry, private: false, accessControl: false }],
          },
          says: /public, no access control/,
        },
      ],
      [
        'unknown',
        'the policy does not know it',
        { artifacts: [own] },
        { says: /ghcr\.io/ },
      ],
      [
        'unknown',
        'the policy does not know that of a workload',
        {
          artifacts: [own],
          workloads: [
            workload({
              subject: shopWorkload,
              images: [
                { subjectId: 'image-redis', name: 'docker.io/library/redis' },
              ],
            }),
          ],
        },
        { policy: { registries: [registry] }, says: /docker\.io/ },
      ],
      ['unknown', 'nothing is known', {}],
      ['not-applicable', 'a library', library],
    ),
  ]);
});
