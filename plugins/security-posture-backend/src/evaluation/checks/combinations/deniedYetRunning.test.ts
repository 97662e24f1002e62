import type { ComponentFacts, DecisionFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  daysAgo,
  decision,
  imageArtifact,
  shopDigest,
  shopImage,
  sourceFacts,
  workload,
} from '../../__testUtils__/facts';
import { deniedYetRunning } from './deniedYetRunning';

const image = {
  subjectId: 'image-shop',
  name: shopImage.name,
  digest: shopDigest,
  tag: '1.4.0',
};
const running = imageArtifact({ running: true, runningSince: daysAgo(9) });

const judge = (changes: Partial<ComponentFacts>) =>
  deniedYetRunning.judge(
    componentFacts({
      artifacts: [running],
      workloads: [workload({ images: [image] })],
      ...changes,
    }),
    checkContext(),
  );

const judgeMessage = (message: string, changes: Partial<DecisionFacts> = {}) =>
  judge({ decisions: [decision({ message, ...changes })] });

describe('combination.denied-yet-running', () => {
  it.each([
    `image ${shopImage.name}@${shopDigest} is not signed`,
    `image ${shopImage.name}:1.4.0 is not signed`,
    `failed to verify image "${shopImage.name}:1.4.0".`,
  ])('fails if the refusal names the image that runs: %s', message => {
    const judgement = judgeMessage(message);
    expect(judgement.result).toBe('fail');
    expect(judgement.evidence).toMatchObject([
      { kind: 'workload' },
      { kind: 'decision', id: 'decision-1', title: message },
    ]);
  });

  it('knows images of Docker Hub by their short name', () => {
    const nginx = { name: 'docker.io/library/nginx', subjectId: 'image-nginx' };
    const judgement = judge({
      artifacts: [imageArtifact({ ...nginx, running: true, tag: '1.27' })],
      workloads: [workload({ images: [{ ...image, ...nginx, tag: '1.27' }] })],
      decisions: [decision({ message: 'nginx:1.27 comes from Docker Hub' })],
    });
    expect(judgement.result).toBe('fail');
  });

  it.each([
    `${shopImage.name}:1.4.0-rc.1 is not signed`,
    `${shopImage.name}:1.4.01 is not signed`,
    `mirror/${shopImage.name}:1.4.0 is not signed`,
    'privileged containers are not allowed',
  ])(
    'passes if what runs is older than the refusal of something else: %s',
    message => {
      expect(judgeMessage(message).result).toBe('pass');
    },
  );

  it('warns if the refusal names no image, and what runs came later', () => {
    const artifacts = [{ ...running, runningSince: daysAgo(0.5) }];
    expect(judge({ artifacts, decisions: [decision()] }).result).toBe('warn');
  });

  it.each(['allow', 'warn', 'audit'] as const)(
    'passes if it was let in later: %s',
    action => {
      const message = `${shopImage.name}:1.4.0 is not signed`;
      const decisions = [
        decision({ message }),
        decision({ id: 'later', action, lastSeenAt: daysAgo(0.2) }),
      ];
      expect(judge({ decisions }).result).toBe('pass');
    },
  );

  it('forgets refusals of long ago, and of other workloads', () => {
    const message = `${shopImage.name}:1.4.0 is not signed`;
    expect(judgeMessage(message, { lastSeenAt: daysAgo(31) }).result).toBe(
      'pass',
    );
    expect(judgeMessage(message, { subjectId: 'other' }).result).toBe('pass');
  });

  it('passes without decisions if a source tells of them', () => {
    const sources = [sourceFacts({ stage: 'deploy', source: 'k8s-audit' })];
    expect(judge({ sources }).result).toBe('pass');
  });

  it.each([
    ['nothing tells of decisions', {}],
    ['nothing runs', { artifacts: [], decisions: [decision()] }],
    ['no workload is known', { workloads: [], decisions: [decision()] }],
  ])('is unknown if %s', (_, changes) => {
    expect(judge(changes).result).toBe('unknown');
  });
});
