import type {
  DecisionAction,
  PolicyOutcome,
  Severity,
} from 'backstage-plugin-security-posture-common';
import type { ImageSubject, SourceSubject } from './subject';

/**
 * What a policy engine decided about a request or an object.
 *
 * @public
 */
export interface SourceDecision {
  subject: SourceSubject;
  /** `kyverno`, `gatekeeper`, `pod-security`, `validating-admission-policy`, `stackrox` … */
  engine: string;
  policy: string;
  rule?: string;
  action: DecisionAction;
  /** The outcome as a policy report spells it. */
  outcome?: PolicyOutcome;
  severity: Severity;
  category?: string;
  message?: string;
  /** When it was decided, ISO 8601. */
  at?: string;
  /** Who asked. */
  actor?: string;
  /** `CREATE`, `UPDATE` … */
  operation?: string;
  /** The tool's id of this one decision, to count it once. */
  eventId?: string;
  images?: ImageSubject[];
}

/**
 * One event that a sensor raised an alert for.
 *
 * @public
 */
export interface SourceAlert {
  subject: SourceSubject;
  rule: string;
  severity: Severity;
  message: string;
  /** When it happened, ISO 8601. */
  at?: string;
  container?: string;
  image?: ImageSubject;
  /** Executable, as a path. */
  process?: string;
  user?: string;
  pod?: string;
  node?: string;
  tags: string[];
  /** The sensor stopped it. */
  blocked?: boolean;
  /** The tool says that it is over. */
  resolved?: boolean;
  /** The tool's id of this one event, to count it once. */
  eventId?: string;
}

/**
 * A sensor's word about itself: dropped events, a test, a restart.
 *
 * @public
 */
export interface SensorEvent {
  message: string;
  at?: string;
  /** Whether runtime coverage suffers. */
  degraded: boolean;
}
