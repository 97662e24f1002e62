import type { ComponentFacts } from '../model/facts';
import {
  alertFinding,
  componentFacts,
  decision,
  imageArtifact,
  misconfiguration,
  passed,
  podConfiguration,
  repositoryArtifact,
  secret,
  vulnerability,
  workload,
} from './__testUtils__/facts';
import {
  factsForAdmission,
  factsForArtifacts,
  factsForBuild,
  factsForWorkload,
} from './restrict';

const oldDigest = `sha256:${'0'.repeat(64)}`;

const built = imageArtifact();
const running = imageArtifact({
  digest: oldDigest,
  tag: '1.3.0',
  built: false,
  running: true,
});
const repository = repositoryArtifact();

const other = { subjectId: 'workload-other' };

/** A component with a new build, an old one that runs, and two workloads. */
const facts = componentFacts({
  artifacts: [built, running, repository],
  workloads: [
    workload({
      images: [
        { subjectId: 'image-shop', name: built.name, digest: oldDigest },
      ],
      configuration: podConfiguration(),
    }),
    workload({ subjectId: 'workload-other' }),
  ],
  findings: [
    vulnerability({ id: 'in-build', running: false }),
    vulnerability({
      id: 'in-running',
      built: false,
      running: true,
      digests: [oldDigest],
    }),
    secret({
      id: 'in-repository',
      subjectId: 'repository-shop',
      subject: { kind: 'repository', name: repository.name },
    }),
    misconfiguration('privileged', { id: 'on-workload' }),
    misconfiguration('privileged', { id: 'on-other', ...other }),
    alertFinding({}, { id: 'alert' }),
    alertFinding({}, { id: 'alert-of-other', ...other }),
  ],
  passes: [passed('seccomp'), passed('seccomp', other)],
  decisions: [decision(), decision({ id: 'decision-2', ...other })],
  exceptions: [{ id: 'e1', checkId: 'deploy.privileged' }],
});

const idsOf = ({ findings }: ComponentFacts) => findings.map(({ id }) => id);

describe('facts restricted', () => {
  it('to some artifacts put these in place of all others, as newest builds', () => {
    const asked = imageArtifact({ digest: oldDigest, built: false });
    const found = vulnerability({ id: 'found', digests: [oldDigest] });
    const own = factsForArtifacts(facts, [
      { artifact: asked, findings: [found] },
      // The same finding is seen in both.
      { artifact: { ...asked, tag: 'latest' }, findings: [found] },
    ]);
    expect(
      own.artifacts.map(({ digest, tag, built: b }) => [digest, tag, b]),
    ).toEqual([
      [oldDigest, '1.4.0', true],
      [oldDigest, 'latest', true],
    ]);
    expect(idsOf(own)).toEqual([
      'found',
      'on-workload',
      'on-other',
      'alert',
      'alert-of-other',
    ]);
    expect(own.workloads).toEqual(facts.workloads);
    expect(own.exceptions).toEqual(facts.exceptions);
  });

  it('to no artifact know of none', () => {
    const own = factsForArtifacts(facts, []);
    expect(own.artifacts).toEqual([]);
    expect(idsOf(own)).not.toContain('in-build');
  });

  it('to the newest builds leave out what only runs', () => {
    const own = factsForBuild(facts);
    expect(own.artifacts).toEqual([built, repository]);
    expect(idsOf(own)).toEqual(idsOf(facts).filter(id => id !== 'in-running'));
  });

  it('to a workload keep what it runs and what was seen on it', () => {
    const [first, second] = facts.workloads;
    const own = factsForWorkload(facts, first);
    expect(own.workloads).toEqual([first]);
    expect(own.artifacts).toEqual([running]);
    expect(idsOf(own)).toEqual(['in-running', 'on-workload', 'alert']);
    expect(own.passes).toEqual([facts.passes[0]]);
    expect(own.decisions.map(({ id }) => id)).toEqual(['decision-1']);

    const rest = factsForWorkload(facts, second);
    expect(rest.artifacts).toEqual([]);
    expect(idsOf(rest)).toEqual(['on-other', 'alert-of-other']);
  });

  it('to a workload of which only the image line is known keep all that runs of it', () => {
    const unpinned = workload({
      images: [{ subjectId: 'image-shop', name: built.name }],
    });
    const own = factsForWorkload(facts, unpinned);
    expect(own.artifacts).toEqual([running]);
    expect(idsOf(own)).toContain('in-running');
  });

  it('to a request judge what was sent, not what tools saw of an older one', () => {
    const asked = workload({ configuration: podConfiguration() });
    const found = vulnerability({ id: 'found' });
    const own = factsForAdmission(facts, asked, [
      { artifact: built, findings: [found] },
    ]);
    expect(own.workloads).toEqual([asked]);
    expect(own.artifacts).toEqual([built]);
    // What it is charged with at run time stays, what another does is not its fault.
    expect(idsOf(own)).toEqual(['found', 'alert']);
    expect(own.passes).toEqual([facts.passes[1]]);
  });

  it('leave those that others judge as they are', () => {
    const before = JSON.stringify(facts);
    const [first] = facts.workloads;
    const judged = [{ artifact: running, findings: facts.findings }];
    factsForBuild(facts);
    factsForWorkload(facts, first);
    factsForArtifacts(facts, judged);
    factsForAdmission(facts, first, judged);
    expect(JSON.stringify(facts)).toBe(before);
  });
});
