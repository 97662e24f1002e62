import type { Theme } from '@material-ui/core/styles';
import type {
  CheckResult,
  Grade,
  Severity,
} from 'backstage-plugin-security-posture-common';
import { colours, type Tone } from './colours';

export type { Tone } from './colours';

export function severityColour(theme: Theme, severity: Severity) {
  return colours[theme.palette.type].severity[severity];
}

export function toneColour(theme: Theme, tone: Tone) {
  return colours[theme.palette.type].tone[tone];
}

/** Of a letter or icon that lies on one of the colours above. */
export function onColour(theme: Theme) {
  return colours[theme.palette.type].on;
}

/** Of a grade's letter and arc; the letter itself tells it without colour. */
export function gradeColour(theme: Theme, grade: Grade) {
  const { severity, tone } = colours[theme.palette.type];
  const byGrade: Record<Grade, string> = {
    A: tone.ok,
    B: tone.ok,
    C: severity.medium,
    D: severity.high,
    F: severity.critical,
    '?': tone.unknown,
  };
  return byGrade[grade];
}

/** What the result of a check means, apart from its word and icon. */
export const toneOfResult: Record<CheckResult, Tone> = {
  pass: 'ok',
  warn: 'warning',
  fail: 'bad',
  unknown: 'unknown',
  'not-applicable': 'neutral',
};
