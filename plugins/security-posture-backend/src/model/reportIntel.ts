/** What a report says of a CVE beside the finding. */
export interface ReportIntel {
  cve: string;
  /** `report:` and the id of the source. */
  source: string;
  epss?: {
    /** 0 to 1. */
    score: number;
    /** 0 to 1. */
    percentile?: number;
    /** The day of the score, ISO 8601. */
    at: string;
  };
  /** Undefined: the tool did not look it up. */
  knownExploited?: boolean;
  /** Of the catalogue of known exploited vulnerabilities; times are ISO 8601. */
  kev?: { addedAt?: string; dueAt?: string; ransomware: boolean };
}
