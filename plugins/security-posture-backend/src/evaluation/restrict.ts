import type {
  ArtifactFacts,
  ComponentFacts,
  FindingFacts,
  WorkloadFacts,
} from '../model/facts';

/** An artifact with the findings that are seen on it. */
export interface JudgedArtifact {
  artifact: ArtifactFacts;
  findings: FindingFacts[];
}

/**
 * The facts of a component with some artifacts in place of its own: what the
 * gate and the webhook judge. They count as the newest builds, whether or not
 * they run. What is known of other artifacts and their findings is left out.
 */
export function factsForArtifacts(
  facts: ComponentFacts,
  judged: JudgedArtifact[],
): ComponentFacts {
  return {
    ...facts,
    artifacts: judged.map(({ artifact }) => ({ ...artifact, built: true })),
    findings: [
      ...distinct(judged.flatMap(({ findings }) => findings)),
      ...facts.findings.filter(finding => !isOfArtifact(finding)),
    ],
  };
}

/** The newest builds of a component alone, without what only runs. */
export function factsForBuild(facts: ComponentFacts): ComponentFacts {
  const built = facts.artifacts.filter(artifact => artifact.built);
  return {
    ...facts,
    artifacts: built,
    findings: facts.findings.filter(
      finding => !isOfArtifact(finding) || finding.built,
    ),
  };
}

/** One workload of a component, with what it runs and what was seen on it. */
export function factsForWorkload(
  facts: ComponentFacts,
  workload: WorkloadFacts,
): ComponentFacts {
  const runs = (subjectId: string, digests: (string | undefined)[]) =>
    workload.images.some(
      image =>
        image.subjectId === subjectId &&
        (image.digest === undefined || digests.includes(image.digest)),
    );
  return {
    ...facts,
    workloads: [workload],
    artifacts: facts.artifacts.filter(
      ({ subjectId, digest, running }) => running && runs(subjectId, [digest]),
    ),
    findings: facts.findings.filter(
      ({ subjectId, digests }) =>
        subjectId === workload.subjectId || runs(subjectId, digests),
    ),
    decisions: facts.decisions.filter(
      ({ subjectId }) => subjectId === workload.subjectId,
    ),
    passes: facts.passes.filter(
      ({ subjectId }) => subjectId === workload.subjectId,
    ),
  };
}

/**
 * A workload that asks to be let in, with the images that it names. Its
 * configuration is the one that was sent: what tools reported of an older one
 * does not count, or nobody could deploy the repair.
 */
export function factsForAdmission(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  judged: JudgedArtifact[],
): ComponentFacts {
  const candidates = factsForArtifacts(facts, judged);
  return {
    ...candidates,
    workloads: [workload],
    findings: candidates.findings.filter(
      ({ kind, stage, subjectId }) =>
        stage === 'build' ||
        (kind === 'alert' && subjectId === workload.subjectId),
    ),
    passes: facts.passes.filter(
      ({ subjectId }) => subjectId !== workload.subjectId,
    ),
  };
}

function isOfArtifact({ subject }: FindingFacts): boolean {
  return subject.kind === 'image' || subject.kind === 'repository';
}

function distinct(findings: FindingFacts[]): FindingFacts[] {
  return [...new Map(findings.map(finding => [finding.id, finding])).values()];
}
