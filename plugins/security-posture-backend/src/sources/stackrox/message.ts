import { plainText } from 'backstage-plugin-security-posture-node';
import type { Alert } from './schema';

const MOST_MESSAGES = 20;

/** What was violated, one line for each violation. */
export function messageOf(alert: Alert): string {
  const messages = [
    alert.processViolation?.message,
    ...alert.violations.slice(0, MOST_MESSAGES).map(({ message }) => message),
  ].filter((message): message is string => message !== undefined);
  const lines = messages.map(message => withoutArguments(message));
  return (
    plainText(lines.join('\n')) ||
    plainText(alert.policy.description ?? alert.policy.name)
  );
}

// Arguments of processes may hold secrets.
function withoutArguments(message: string): string {
  return plainText(message, 1000).replace(
    / with arguments '.*'(?= under | and |$)/s,
    '',
  );
}
