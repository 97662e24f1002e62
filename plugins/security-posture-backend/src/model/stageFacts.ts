import type {
  SeverityCounts,
  Stage,
} from 'backstage-plugin-security-posture-common';

/** What the store knows about one stage of a component. */
export interface StageFacts {
  stage: Stage;
  tools: {
    source: string;
    name: string;
    version?: string;
    lastReportAt: string;
    incomplete: number;
    skipped: number;
  }[];
  open: SeverityCounts;
  fixable: number;
  suppressed: number;
  stale: number;
  fixed: number;
  decisions: { deny: number; warn: number; audit: number; allow: number };
}
