import type { Theme } from '@material-ui/core/styles';
import type { Severity } from 'backstage-plugin-security-posture-common';
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
