import type { ArtifactFacts } from '../../../model/facts';
import {
  attestation,
  imageArtifact,
  misconfiguration,
  passed,
  repositoryArtifact,
  shopDigest,
  shopWorkload,
  workload,
} from '../../__testUtils__/facts';
import { casesOf, describeCases } from '../../__testUtils__/judged';
import { baseTrusted } from './baseTrusted';
import { imageSigned } from './imageSigned';
import { provenance } from './provenance';

const stated = (...attestations: ArtifactFacts['attestations']) => ({
  artifacts: [imageArtifact({ attestations })],
});

const signature = attestation({
  id: 'signature-1',
  predicateType: 'cosign container image signature',
  signer: 'release@acme.example',
});

const source = 'github.com/acme/shop';
const builder =
  'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator.yml@refs/tags/v2.1.0';
const built = (changes: Parameters<typeof attestation>[0] = {}) =>
  attestation({ builderId: builder, sourceRepository: source, ...changes });

const trusting = (...trustedBuilders: string[]) => ({
  policy: { trustedBuilders },
});

const component = {
  entityRef: 'component:default/shop',
  type: 'service',
  tags: [],
  sourceRepository: source,
};

const from = (...baseImages: string[]) => ({
  artifacts: [imageArtifact({ image: { baseImages } })],
});

const bases = (...trustedBaseImages: string[]) => ({
  policy: { trustedBaseImages },
});

const runner = workload({
  images: [{ subjectId: 'image-shop', name: 'ghcr.io/acme/shop' }],
});

describe('trusted content', () => {
  describeCases([
    ...casesOf(
      imageSigned,
      ['pass', 'a verified signature', stated(signature)],
      [
        'warn',
        'a document that nobody verified',
        stated(attestation({ verified: false })),
      ],
      ['unknown', 'nothing is stated', stated()],
      [
        'unknown',
        'one of two images is signed',
        {
          artifacts: [
            imageArtifact({ attestations: [signature] }),
            imageArtifact({
              subjectId: 'image-cart',
              name: 'ghcr.io/acme/cart',
            }),
          ],
        },
        { says: /cart/ },
      ],
      [
        'fail',
        'an engine reports the workload',
        {
          ...stated(),
          findings: [
            misconfiguration('image-signed', { subject: shopWorkload }),
          ],
        },
      ],
      [
        'pass',
        'an engine found the workload in order',
        { ...stated(), workloads: [runner], passes: [passed('image-signed')] },
      ],
      [
        'unknown',
        'an engine found a workload in order that runs another image, too',
        {
          ...stated(),
          workloads: [
            {
              ...runner,
              images: [
                ...runner.images,
                {
                  subjectId: 'image-proxy',
                  name: 'docker.io/envoyproxy/envoy',
                },
              ],
            },
          ],
          passes: [passed('image-signed')],
        },
      ],
      ['unknown', 'nothing is known', {}],
      [
        'not-applicable',
        'a repository alone',
        { artifacts: [repositoryArtifact()] },
      ],
    ),
    ...casesOf(
      provenance,
      [
        'pass',
        'of the source of the component',
        { component, ...stated(built()) },
      ],
      [
        'pass',
        'of a trusted builder',
        { component, ...stated(built()) },
        trusting(builder),
      ],
      [
        'pass',
        'of any version of a trusted builder',
        { component, ...stated(built()) },
        trusting(builder.replace(/@.*/, '')),
      ],
      [
        'pass',
        'of builders by a pattern',
        { component, ...stated(built()) },
        trusting('https://github.com/slsa-framework/*'),
      ],
      [
        'fail',
        'of another builder',
        { component, ...stated(built()) },
        { ...trusting('https://tekton.dev/chains/v2'), says: /slsa-framework/ },
      ],
      [
        'fail',
        'of a builder whose name only begins alike',
        {
          component,
          ...stated(built({ builderId: 'https://tekton.dev/chains/v22' })),
        },
        trusting('https://tekton.dev/chains/v2'),
      ],
      [
        'fail',
        'of no builder',
        { component, ...stated(built({ builderId: undefined })) },
        trusting(builder),
      ],
      [
        'fail',
        'of another source',
        {
          component,
          ...stated(built({ sourceRepository: 'github.com/evil/shop' })),
        },
        { says: /github\.com\/evil\/shop/ },
      ],
      [
        'pass',
        'of the repository that reports name',
        { artifacts: [...stated(built()).artifacts, repositoryArtifact()] },
      ],
      [
        'warn',
        'not verified',
        { component, ...stated(built({ verified: false })) },
      ],
      [
        'pass',
        'confirmed by a verified signature of the same source',
        {
          component,
          ...stated(built({ verified: false }), {
            ...signature,
            sourceRepository: 'github.com/Acme/shop',
          }),
        },
      ],
      [
        'warn',
        'beside a verified signature that names no source',
        { component, ...stated(built({ verified: false }), signature) },
      ],
      [
        'pass',
        'the best of several',
        {
          component,
          ...stated(
            built({ id: 'a', sourceRepository: 'github.com/evil/shop' }),
            built({ id: 'b' }),
            built({ id: 'c', verified: false }),
          ),
        },
      ],
      [
        'unknown',
        'the source of the component is not known',
        stated(built()),
        trusting(builder),
      ],
      [
        'unknown',
        'it names no source',
        { component, ...stated(built({ sourceRepository: undefined })) },
      ],
      ['unknown', 'a signature alone', { component, ...stated(signature) }],
      ['unknown', 'nothing is stated', { component, ...stated() }],
      ['unknown', 'nothing is known', { component }],
      [
        'not-applicable',
        'a repository alone',
        { artifacts: [repositoryArtifact()] },
      ],
    ),
    ...casesOf(
      baseTrusted,
      [
        'pass',
        'by its name',
        from('registry.acme.example/base/java:21'),
        bases('registry.acme.example/base/java'),
      ],
      [
        'pass',
        'by a pattern',
        from('registry.acme.example/base/java:21'),
        bases('registry.acme.example/base/*'),
      ],
      [
        'pass',
        'of Docker Hub, as short as Dockerfiles name it',
        from('debian:12-slim'),
        bases('debian'),
      ],
      [
        'fail',
        'another',
        from(`docker.io/evil/java@${shopDigest}`),
        { ...bases('registry.acme.example/*'), says: /evil\/java/ },
      ],
      [
        'fail',
        'built on one that is trusted, but not the nearest',
        from('docker.io/evil/java:1', 'docker.io/library/debian:12'),
        bases('docker.io/library/debian'),
      ],
      ['fail', 'none is trusted', from('debian:12'), bases()],
      ['pass', 'no base image', from(), bases('debian')],
      [
        'unknown',
        'nothing is configured',
        from('debian:12'),
        { says: /No list/ },
      ],
      [
        'unknown',
        'no base image is named',
        { artifacts: [imageArtifact({ image: {} })] },
        bases('debian'),
      ],
      ['unknown', 'nothing is known', {}, bases('debian')],
      [
        'not-applicable',
        'a repository alone',
        { artifacts: [repositoryArtifact()] },
      ],
    ),
  ]);
});
