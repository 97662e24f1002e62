import type {
  ComponentHistory,
  Posture,
} from 'backstage-plugin-security-posture-common';
import { DateTime } from 'luxon';

/**
 * How many points of risk there are more than a week ago, as the rounded
 * numbers show it. Undefined if either is not known.
 */
export function weekChange(
  { risk, evaluatedAt }: Pick<Posture, 'risk' | 'evaluatedAt'>,
  history: ComponentHistory | undefined,
): number | undefined {
  const day = DateTime.fromISO(evaluatedAt, { zone: 'utc' })
    .minus({ days: 7 })
    .toFormat('yyyy-MM-dd');
  const before = history?.items.find(item => item.day === day)?.risk;
  if (risk.score === undefined || before === undefined) return undefined;
  return Math.round(risk.score) - Math.round(before);
}
