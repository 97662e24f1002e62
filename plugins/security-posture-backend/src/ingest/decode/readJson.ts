import { InputError } from '@backstage/errors';
import type { SkippedElement } from 'backstage-plugin-security-posture-common';

export interface ReadValue {
  value: unknown;
  path: string;
}

export interface ReadValues {
  values: ReadValue[];
  skipped: SkippedElement[];
}

/** One JSON document, or one on every line. */
export function readJson(text: string): ReadValues {
  try {
    return { values: [{ value: JSON.parse(text), path: '$' }], skipped: [] };
  } catch (error) {
    const lines = readLines(text);
    if (lines) return lines;
    throw new InputError(
      `The body is not valid JSON: ${position(text, error)}`,
    );
  }
}

/**
 * NDJSON: at least two lines hold a list or an object each. Lines that do not
 * are skipped with their number.
 */
export function readLines(text: string): ReadValues | undefined {
  const values: ReadValue[] = [];
  const skipped: SkippedElement[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const path = `line ${index + 1}`;
    const value = parseOrUndefined(trimmed);
    if (typeof value === 'object' && value !== null) {
      values.push({ value, path });
    } else {
      skipped.push({ path, reason: 'the line is not a JSON object' });
      // A pretty-printed document that is broken is no NDJSON; do not try all of it.
      if (values.length === 0 && skipped.length > 20) return undefined;
    }
  }
  return values.length >= 2 ? { values, skipped } : undefined;
}

function parseOrUndefined(text: string): unknown {
  if (text[0] !== '{' && text[0] !== '[') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The engine's message quotes the body, which may hold secrets: keep the place only.
function position(text: string, error: unknown): string {
  const match = /position (\d+)/.exec(
    error instanceof Error ? error.message : '',
  );
  const at = match ? Number(match[1]) : text.length;
  if (at >= text.length) return 'it ends too early';
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `unexpected character at line ${line}, column ${
    at - before.lastIndexOf('\n')
  }`;
}
