import type {
  ImageConcern,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';

export interface ImageFacts {
  built: boolean;
  running: boolean;
  scannedAt?: string;
  admittedAt?: string;
  /** Open findings of the digest, if it was scanned. */
  open?: SeverityCounts;
  /** Open findings of the newest build of its line, if that was scanned. */
  openInBuild?: SeverityCounts;
}

/** What is remarkable about a digest that is built or runs. */
export function imageConcerns(facts: ImageFacts): ImageConcern[] {
  const { built, running, scannedAt, admittedAt, open, openInBuild } = facts;
  const concerns: ImageConcern[] = [];
  if ((built || running) && !scannedAt) concerns.push('never-scanned');
  if (running && !built && open && openInBuild) {
    if (grave(openInBuild) < grave(open)) concerns.push('awaiting-rollout');
  }
  const wasKnown = scannedAt && admittedAt && scannedAt <= admittedAt;
  if (wasKnown && open && grave(open) > 0) {
    concerns.push('admitted-despite-findings');
  }
  return concerns;
}

function grave({ critical, high }: SeverityCounts): number {
  return critical + high;
}
