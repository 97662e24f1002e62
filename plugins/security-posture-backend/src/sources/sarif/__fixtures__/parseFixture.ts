import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readFileSync } from 'node:fs';
import { sarifSource } from '../source';

const receivedAt = new Date('2031-06-01T00:00:00Z');

export function fixture(name: string) {
  const path = resolvePackagePath(
    'backstage-plugin-security-posture-backend',
    'src/sources/sarif/__fixtures__',
    name,
  );
  return JSON.parse(readFileSync(path, 'utf8'));
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
