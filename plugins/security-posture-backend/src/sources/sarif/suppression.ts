import {
  plainText,
  type Suppression as KeptSuppression,
} from 'backstage-plugin-security-posture-node';
import { Suppression } from './schema';

/**
 * A result is suppressed if there is a suppression and none that is still
 * under review or was rejected (SARIF 2.1.0, section 3.27.23).
 */
export function suppressionOf(raw: unknown): KeptSuppression | undefined {
  if (!Array.isArray(raw) || raw.length === 0) return undefined;
  const suppressions = raw.flatMap(
    element => Suppression.safeParse(element).data ?? [],
  );
  const isDisputed = suppressions.some(({ status, state }) =>
    ['underReview', 'rejected'].includes(status ?? state ?? 'accepted'),
  );
  if (isDisputed || suppressions.length === 0) return undefined;
  const statement = suppressions.find(item => item.justification);
  return {
    reason: suppressions.some(({ kind }) => kind === 'external')
      ? 'accepted'
      : 'ignored',
    ...(statement?.justification
      ? { statement: plainText(statement.justification, 1000) }
      : {}),
  };
}
