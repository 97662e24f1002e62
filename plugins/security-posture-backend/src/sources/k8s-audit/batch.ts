import type { ReportBuilder } from 'backstage-plugin-security-posture-node';

/** What the events of one call are collected in. */
export interface Batch {
  builder: ReportBuilder;
  cluster?: string;
  /** Path by event, to count one that was delivered twice once. */
  seen: Map<string, string>;
  /** Sessions of which the start was read. */
  sessions: Set<string>;
}
