import type { ComponentFacts, FindingFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  imageArtifact,
  misconfiguration,
  passed,
  podConfiguration,
  podContainer,
  shopDigest,
  shopImage,
  vulnerability,
  workload,
} from '../../__testUtils__/facts';
import { privilegedFixableCritical } from './privilegedFixableCritical';

const image = { ...shopImage, digest: shopDigest, tag: '1.4.0' };
const images = [{ ...image, subjectId: 'image-shop' }];

const privileged = podConfiguration([
  podContainer({ image, securityContext: { privileged: true } }),
]);
const ordinary = podConfiguration([podContainer({ image })]);

const critical = (changes: Partial<FindingFacts> = {}) =>
  vulnerability({ severity: 'critical', ...changes });

const judge = (changes: Partial<ComponentFacts>) =>
  privilegedFixableCritical.judge(
    componentFacts({
      artifacts: [imageArtifact({ running: true })],
      workloads: [workload({ images, configuration: privileged })],
      ...changes,
    }),
    checkContext(),
  );

describe('combination.privileged-fixable-critical', () => {
  it('fails where both meet, and shows both', () => {
    const judgement = judge({ findings: [critical()] });
    expect(judgement.result).toBe('fail');
    expect(judgement.summary).toContain('checkout');
    expect(judgement.evidence).toMatchObject([
      { kind: 'workload', result: 'fail' },
      { kind: 'finding', result: 'fail', id: 'finding-1' },
    ]);
  });

  it.each([
    ['the worst with a fix is high', critical({ severity: 'high' })],
    ['nobody looked for it again', critical({ isStale: true })],
  ])('warns if %s', (_, finding) => {
    expect(judge({ findings: [finding] }).result).toBe('warn');
  });

  it.each([
    ['without a fix', critical({ fixable: false })],
    ['of medium severity', critical({ severity: 'medium' })],
    ['on another digest', critical({ digests: [`sha256:${'b'.repeat(64)}`] })],
    ['on another image', critical({ subjectId: 'image-other' })],
  ])('passes on a vulnerability %s', (_, finding) => {
    expect(judge({ findings: [finding] }).result).toBe('pass');
  });

  it('passes if no container is privileged', () => {
    const workloads = [workload({ images, configuration: ordinary })];
    expect(judge({ workloads, findings: [critical()] }).result).toBe('pass');
  });

  it('looks at the image of the privileged container, not of the one beside it', () => {
    const other = { name: 'ghcr.io/acme/proxy', digest: shopDigest };
    const configuration = podConfiguration([
      podContainer({ image }),
      podContainer({
        name: 'proxy',
        image: other,
        securityContext: { privileged: true },
      }),
    ]);
    const artifacts = [
      imageArtifact({ running: true }),
      imageArtifact({ ...other, subjectId: 'image-proxy', running: true }),
    ];
    const workloads = [
      workload({
        configuration,
        images: [...images, { ...other, subjectId: 'image-proxy' }],
      }),
    ];
    const findings = [critical()];
    expect(judge({ artifacts, workloads, findings }).result).toBe('pass');
  });

  it('believes tools where no configuration is known', () => {
    const workloads = [workload({ images })];
    const reported = [misconfiguration('privileged'), critical()];
    expect(judge({ workloads, findings: reported }).result).toBe('fail');
    expect(
      judge({
        workloads,
        passes: [passed('privileged')],
        findings: [critical()],
      }).result,
    ).toBe('pass');
  });

  it.each([
    ['the configuration is not known', { workloads: [workload({ images })] }],
    [
      'the image was not scanned',
      { artifacts: [imageArtifact({ running: true, scans: [] })] },
    ],
    [
      'no image is known',
      { workloads: [workload({ configuration: ordinary })] },
    ],
    ['no workload is known', { workloads: [] }],
  ])('is unknown if %s', (_, changes) => {
    expect(judge(changes).result).toBe('unknown');
  });
});
