import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sarifSource } from '../source';

const receivedAt = new Date('2031-06-01T00:00:00Z');

export function fixture(name: string) {
  return JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
}

export function parse(value: any, context: Partial<SourceContext> = {}) {
  return sarifSource.parse([{ value, path: '$' }], { receivedAt, ...context });
}

export function run(
  driver: Record<string, unknown>,
  ...results: unknown[]
): SourceReport {
  const [report] = parse({
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  });
  return report;
}
