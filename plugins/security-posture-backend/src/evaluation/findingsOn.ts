import type { FindingKind } from 'backstage-plugin-security-posture-common';
import type {
  ArtifactFacts,
  ComponentFacts,
  FindingFacts,
} from '../model/facts';
import { isSeenOn } from './currentArtifacts';
import type { Half } from './judgeMeetings';
import { newestScan } from './scans';
import { findingsOfKind } from './findingsOfKind';

export interface FoundOn {
  /** Whether there are such findings; undefined: not everything was scanned for them. */
  half: Half;
  findings: FindingFacts[];
  /** How bad it is: what nobody looked for again is no certain failure. */
  worst: 'fail' | 'warn';
}

/** The findings of some kind on artifacts, of which some may be unknown. */
export function findingsOn(
  facts: ComponentFacts,
  artifacts: readonly (ArtifactFacts | undefined)[],
  kind: FindingKind,
  isWanted: (finding: FindingFacts) => boolean = () => true,
): FoundOn {
  const known = artifacts.filter(artifact => artifact !== undefined);
  const found = findingsOfKind(facts, kind).filter(
    finding =>
      isWanted(finding) && known.some(artifact => isSeenOn(finding, artifact)),
  );
  const isScanned =
    artifacts.length > 0 &&
    artifacts.every(
      artifact =>
        artifact && newestScan(artifact, kind, ({ complete }) => complete),
    );
  return {
    half: found.length > 0 || (isScanned ? false : undefined),
    findings: found,
    worst: found.every(({ isStale }) => isStale) ? 'warn' : 'fail',
  };
}
