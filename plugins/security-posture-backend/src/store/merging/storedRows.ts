import type { StoredState } from '../../model/findingState';
import type { Row } from '../tables';

/** A finding as it lies in the store. */
export type StoredFinding = Row<'findings'> & {
  id: string;
  subject_id: string;
  kind: string;
  stage: string;
  problem: string;
  locus: string;
  severity_rank: number;
  state: StoredState;
  fixable: boolean;
  search_text: string;
  first_seen_at: string;
  reopen_count: number;
};

export type StoredObservation = Row<'observations'> & {
  finding_id: string;
  scope_id: string;
  reported_id: string;
  severity_rank: number;
  fixable: boolean;
  suppressed: boolean;
  stale: boolean;
  first_seen_at: string;
  last_seen_at: string;
};

/** An observation with what its scope says of it. */
export interface Evidence {
  row: StoredObservation;
  source: string;
  /** Empty if its scope is not known. */
  toolName: string;
  /** The artifact of the scope is built or running, or there is none. */
  live: boolean;
}

export type StoredVerdict = Row<'verdicts'> & {
  finding_id: string;
  source: string;
  changed_at: string;
};

/** Findings with all that hangs on them and moves with them. */
export interface WholeFindings {
  findings: Map<string, StoredFinding>;
  evidence: Map<string, Evidence[]>;
  verdicts: Map<string, StoredVerdict[]>;
}
