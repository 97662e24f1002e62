import type {
  ElementCounts,
  FindingKind,
  SkippedElement,
} from 'backstage-plugin-security-posture-common';
import type { SensorEvent, SourceAlert, SourceDecision } from './event';
import type { SourceFinding } from './finding';
import type {
  SourceAttestation,
  SourceImage,
  SourcePackage,
  SourcePass,
  SourceVexStatement,
  SourceWorkload,
} from './inventory';
import type { SourceSubject } from './subject';

/**
 * A part of a subject that a report speaks for completely or not. Findings are
 * closed only inside a complete scope.
 *
 * @public
 */
export interface ReportScope {
  kind: FindingKind | 'decision';
  subject: SourceSubject;
  /** Narrows the scope: a container, a path, a policy engine. */
  part?: string;
  /** Whether absence from this report means that it is gone. */
  complete: boolean;
}

/**
 * What a source read from one document, or from a batch of events.
 *
 * @public
 */
export interface SourceReport {
  tool: { name: string; version?: string };
  /** When the tool made the report, ISO 8601, if it says so. */
  generatedAt?: string;
  /**
   * False if `generatedAt` does not tell which of two reports is newer: one that
   * is rewritten in place and takes its time from what is in it gets older when
   * something is taken out. Such reports count in the order of their arrival.
   */
  isOrdered?: boolean;
  subject: SourceSubject;
  /** Commit and branch that the document itself names. */
  commit?: string;
  branch?: string;
  scopes: ReportScope[];
  findings: SourceFinding[];
  decisions: SourceDecision[];
  alerts: SourceAlert[];
  workloads: SourceWorkload[];
  packages: SourcePackage[];
  passes: SourcePass[];
  /** What the report tells of images themselves. */
  images?: SourceImage[];
  attestations: SourceAttestation[];
  vexStatements: SourceVexStatement[];
  sensorEvents: SensorEvent[];
  /** The tool's own elements by kind, before merging. */
  read: Partial<ElementCounts>;
  /** The first skipped elements, with path and reason. */
  skipped: SkippedElement[];
  /** How many elements were skipped, by kind. `read - skipped` were kept. */
  skippedByKind: Partial<ElementCounts>;
  skippedTotal: number;
  warnings: string[];
}
