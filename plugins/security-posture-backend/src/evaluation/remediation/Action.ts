import type {
  ActionKind,
  JudgedCheck,
  RemediationAction,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts } from '../../model/facts';
import type { PolicyRules } from '../../model/policyRules';
import type { Cure, RemainingRisk } from './RemainingRisk';

/** A component for which a plan is made. */
export interface PlannedComponent {
  facts: ComponentFacts;
  judged: readonly JudgedCheck[];
  remaining: RemainingRisk;
  /** Ids of findings that the newest build no longer has. */
  awaitingRollout: ReadonlySet<string>;
  /** The score is undefined while nothing at all is known. */
  isRiskKnown: boolean;
  policy: PolicyRules;
  now: Date;
}

/** What could be done for one component. */
export interface Proposal<T> {
  /** Proposals with the same id, of several components, are one action. */
  id: string;
  cure: Cure;
  /** Checks without data that would have some. */
  toldChecks?: readonly JudgedCheck[];
  /** What the action has to know to describe itself. */
  details: T;
}

/** What an action still changes on one component. */
export interface Part {
  component: PlannedComponent;
  findings: readonly FindingFacts[];
  checks: readonly JudgedCheck[];
}

/** A proposal that still changes something. */
export interface EffectiveProposal<T> extends Part {
  details: T;
}

/** How an action is told; `effort` and the rest are as on the wire. */
export type Words = Pick<
  RemediationAction,
  'title' | 'detail' | 'effort' | 'snippet'
>;

/** One kind of thing to do. */
export interface Proposer<T> {
  kind: ActionKind;
  propose(component: PlannedComponent): Proposal<T>[];
  /** Describes an action out of at least one proposal. */
  describe(parts: readonly EffectiveProposal<T>[]): Words;
}
