/** Knows which annotations match nothing that reports tell of. */
export interface ClaimChecker {
  /**
   * The elements of an entity's annotations that match nothing, each as
   * `security-posture.io/images=ghcr.io/acme/shop`. Empty if that is not known.
   */
  unmatched(entityRef: string): Promise<string[]>;
}
