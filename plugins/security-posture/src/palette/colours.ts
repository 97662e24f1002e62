import type { Severity } from 'backstage-plugin-security-posture-common';

/** What a state means, apart from its word and icon. */
export type Tone = 'ok' | 'warning' | 'bad' | 'stale' | 'unknown' | 'neutral';

interface Colours {
  severity: Record<Severity, string>;
  tone: Record<Tone, string>;
  /** Of a letter or icon on one of these colours. */
  on: string;
}

/**
 * At least 4.5:1 against the paper and the page of both Backstage themes, and
 * against `on`; `colours.test.ts` measures it.
 */
export const colours: Record<'light' | 'dark', Colours> = {
  light: {
    severity: {
      critical: '#8b1a2f',
      high: '#c2410c',
      medium: '#946006',
      low: '#3f6212',
      info: '#475569',
      unknown: '#5f6673',
    },
    tone: {
      ok: '#1b7a4a',
      warning: '#946006',
      bad: '#8b1a2f',
      stale: '#6d4c9f',
      unknown: '#5f6673',
      neutral: '#5f6673',
    },
    on: '#ffffff',
  },
  dark: {
    severity: {
      critical: '#ff9aa8',
      high: '#ffb27d',
      medium: '#f2cc60',
      low: '#b5d99c',
      info: '#bac8da',
      unknown: '#c6c6cf',
    },
    tone: {
      ok: '#7fd6a6',
      warning: '#f2cc60',
      bad: '#ff9aa8',
      stale: '#cfb8f5',
      unknown: '#c6c6cf',
      neutral: '#c6c6cf',
    },
    on: '#1f1f1f',
  },
};
