/** How much of what is stored was not what follows from the evidence. */
export interface Differences {
  /** Ids of vulnerabilities with another canonical id. */
  names: number;
  /** Findings of which evidence went to another one. */
  moved: number;
  /** Artifacts that were wrongly taken to be built or running, or not to be. */
  artifacts: number;
  /** Scopes that wrongly counted, or did not. */
  scopes: number;
  /** Findings with another exception, or another VEX statement. */
  judgements: number;
  /** Findings with another state, severity or place. */
  findings: number;
  /** Findings with another deadline. */
  deadlines: number;
  /** Counts of findings, by subject, stage, state and severity. */
  counts: number;
}

export function noDifference(): Differences {
  return {
    names: 0,
    moved: 0,
    artifacts: 0,
    scopes: 0,
    judgements: 0,
    findings: 0,
    deadlines: 0,
    counts: 0,
  };
}
