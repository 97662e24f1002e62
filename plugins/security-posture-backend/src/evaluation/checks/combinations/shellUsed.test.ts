import type { ComponentFacts } from '../../../model/facts';
import {
  alertFinding,
  checkContext,
  componentFacts,
  imageArtifact,
  shopDigest,
  shopImage,
  sourceFacts,
  workload,
} from '../../__testUtils__/facts';
import { shellUsed } from './shellUsed';

const image = {
  subjectId: 'image-shop',
  name: shopImage.name,
  digest: shopDigest,
};
const packages = (notable: string[]) => ({
  total: 90,
  ofSystem: 80,
  ofLanguages: 10,
  notable,
});
const withShell = imageArtifact({
  running: true,
  packages: packages(['bash']),
});
const withoutShell = imageArtifact({ running: true, packages: packages([]) });
const falco = sourceFacts({ stage: 'runtime', source: 'falco', tool: 'Falco' });

const judge = (changes: Partial<ComponentFacts>) =>
  shellUsed.judge(
    componentFacts({
      artifacts: [withShell],
      workloads: [workload({ images: [image] })],
      sources: [falco],
      ...changes,
    }),
    checkContext(),
  );

describe('combination.shell-used', () => {
  it('fails if the shell of the image was used', () => {
    const judgement = judge({ findings: [alertFinding()] });
    expect(judgement.result).toBe('fail');
    expect(judgement.evidence.map(({ kind }) => kind)).toEqual([
      'workload',
      'alert',
    ]);
  });

  it('knows the shell of kubectl exec by its executable', () => {
    const exec = alertFinding(
      { source: 'k8s-audit', processes: ['sh'] },
      { problem: 'Exec into pod' },
    );
    expect(judge({ findings: [exec] }).result).toBe('fail');
  });

  it('warns if that has been quiet', () => {
    const findings = [alertFinding({}, { isStale: true })];
    expect(judge({ findings }).result).toBe('warn');
  });

  it.each([
    ['nobody used it', {}],
    [
      'the image holds none',
      { artifacts: [withoutShell], findings: [alertFinding()] },
    ],
  ])('passes if %s', (_, changes) => {
    expect(judge(changes).result).toBe('pass');
  });

  it.each([
    ['no sensor watches', { sources: [] }],
    [
      'the packages are not known',
      {
        artifacts: [imageArtifact({ running: true })],
        findings: [alertFinding()],
      },
    ],
    [
      'nothing is known of the workload but the alert',
      { workloads: [], findings: [alertFinding()] },
    ],
    ['no workload is known', { workloads: [] }],
  ])('is unknown if %s', (_, changes) => {
    expect(judge(changes).result).toBe('unknown');
  });
});
