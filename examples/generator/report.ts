/** The tool's own elements in a report, by what tells them apart. */
export interface Counts {
  /** By severity. */
  vulnerabilities?: Record<string, number>;
  /** Different pairs of vulnerability and package, by severity. */
  distinctVulnerabilities?: Record<string, number>;
  packages?: number;
  /** By status. */
  misconfigurations?: Record<string, number>;
  /** By severity. */
  secrets?: Record<string, number>;
  /** By outcome. */
  policyResults?: Record<string, number>;
  /** By rule. */
  alerts?: Record<string, number>;
}

/** One file under `examples/reports`. */
export interface ExampleReport {
  file: string;
  /** When the tool wrote it, or wrote the last line of it. */
  at: Date;
  /** The components that it speaks of, by their names in the catalog. */
  components: string[];
  body: string;
  counts: Counts;
  /** The same for one component, where the report speaks of several. */
  countsOf?: (component: string) => Counts;
  /** What the sender says beside the document. */
  sender?: {
    cluster?: string;
    entityRef?: string;
    scanners?: string[];
    branch?: string;
    commit?: string;
    runUrl?: string;
  };
}

/** How often each value occurs, by value. */
export function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
