import type {
  ArtifactFacts,
  ComponentFacts,
  FindingFacts,
} from '../model/facts';

/** The newest builds and what runs. */
export function currentArtifacts(
  { artifacts }: Pick<ComponentFacts, 'artifacts'>,
  kind?: ArtifactFacts['kind'],
): ArtifactFacts[] {
  return artifacts.filter(
    artifact =>
      (artifact.built || artifact.running) &&
      (kind === undefined || artifact.kind === kind),
  );
}

/**
 * What has to be scanned for vulnerabilities. An image holds what its
 * repository brings, so repositories have to be scanned only where no image is
 * known.
 */
export function artifactsToScan(facts: ComponentFacts): ArtifactFacts[] {
  const images = currentArtifacts(facts, 'image');
  return images.length > 0 ? images : currentArtifacts(facts, 'repository');
}

/** Whether a finding speaks of an artifact; one that names no digest speaks of all of its line. */
export function isSeenOn(
  { subjectId, digests }: FindingFacts,
  artifact: ArtifactFacts,
): boolean {
  return (
    subjectId === artifact.subjectId &&
    (digests.length === 0 ||
      artifact.digest === undefined ||
      digests.includes(artifact.digest))
  );
}
