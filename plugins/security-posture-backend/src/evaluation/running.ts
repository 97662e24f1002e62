import type {
  ArtifactFacts,
  ComponentFacts,
  WorkloadFacts,
} from '../model/facts';
import { currentArtifacts } from './currentArtifacts';

/** The images of the component that are known to run. */
export function runningImages(facts: ComponentFacts): ArtifactFacts[] {
  return currentArtifacts(facts, 'image').filter(({ running }) => running);
}

/**
 * What is known of the images that a workload runs: those of its digests, or
 * where no digest is known those that run under the tag.
 *
 * @returns undefined in the place of an image of which nothing else is known
 */
export function artifactsOf(
  { artifacts }: ComponentFacts,
  { images }: WorkloadFacts,
): (ArtifactFacts | undefined)[] {
  return images.flatMap(({ subjectId, digest, tag }) => {
    const ofLine = artifacts.filter(
      artifact => artifact.kind === 'image' && artifact.subjectId === subjectId,
    );
    const meant = ofLine.filter(artifact =>
      digest
        ? artifact.digest === digest
        : artifact.running && (tag === undefined || artifact.tag === tag),
    );
    return meant.length > 0 ? meant : [undefined];
  });
}
