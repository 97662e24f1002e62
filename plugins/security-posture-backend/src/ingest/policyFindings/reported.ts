import {
  plainText,
  type SourceDecision,
} from 'backstage-plugin-security-posture-node';

/** `engine/policy/rule`, in the spelling of the decision. */
export function reportedIdOf({ engine, policy, rule }: SourceDecision): string {
  return plainText(
    [engine, policy, rule].filter(part => part !== undefined).join('/'),
    500,
  );
}

/**
 * Whether a decision is about a request. Gatekeeper's log lines have no ids,
 * but tell who asked; an audit of what runs asks for nobody.
 */
export function isEvent(decision: SourceDecision): boolean {
  const { eventId, actor, operation } = decision;
  return (eventId ?? actor ?? operation) !== undefined;
}

/**
 * The request that a decision is about, if it is told: sources number the
 * decisions of one request behind its id. What one policy refused was not let
 * in, even where another only warns of it.
 */
export function requestOf({ eventId }: SourceDecision): string[] {
  return eventId ? [eventId.replace(/#\d+$/, '')] : [];
}
