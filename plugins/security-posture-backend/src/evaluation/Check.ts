import type {
  CheckFix,
  CheckResult,
  Evidence,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../model/facts';
import type { PolicyRules } from '../model/policyRules';

/** Parts of artifacts that few checks read. */
export type ArtifactPart = 'packages' | 'attestations';

/** What a check is judged by, beside the facts. */
export interface CheckContext {
  policy: PolicyRules;
  now: Date;
}

/** What a check found. */
export interface Judgement {
  result: CheckResult;
  /** Why, in one sentence for the team. */
  summary: string;
  /** Everything that was judged, in any order. */
  evidence: Evidence[];
}

/**
 * One practice, judged on the facts of a component. Pure: it takes data and a
 * clock and returns data. What no input tells is `unknown`, never `pass`.
 */
export interface Check {
  readonly id: string;
  readonly stage: Stage;
  /** The practices of DevSecOps that it serves: `B4a`, `D1c` … */
  readonly practices: readonly string[];
  /** What is so when it passes: `Containers do not run privileged`. */
  readonly title: string;
  /** When it fails, warns and passes. */
  readonly rule: string;
  /** What it can be judged by, best first. */
  readonly inputs: readonly string[];
  readonly why: string;
  readonly fix: CheckFix;
  /** What would pass, in one sentence. */
  readonly passes: string;
  /**
   * How much a failure adds to the risk of its stage, 0 to 1; a warning adds
   * half. 0: its findings count on their own, or it says nothing about risk.
   */
  readonly weight: number;
  /**
   * How far it looks beside the artifacts and the configuration that it judges,
   * and the findings on them: at the objects of their `cluster`, or at everything
   * that is known of the `component`. The webhook loads no more than it takes.
   */
  readonly looksAt?: 'cluster' | 'component';
  /** What it reads of artifacts that is not loaded for every request. */
  readonly reads?: readonly ArtifactPart[];
  judge(facts: ComponentFacts, context: CheckContext): Judgement;
}
