import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { parse as parseYaml } from 'yaml';
import { policyReportSource } from '../source';

const receivedAt = new Date('2026-01-05T09:00:00Z');
export const context: SourceContext = { cluster: 'prod', receivedAt };

export function fixture(name: string): Record<string, unknown> {
  const text = readFileSync(join(__dirname, '../__fixtures__', name), 'utf8');
  return name.endsWith('.yaml') ? parseYaml(text) : JSON.parse(text);
}

export function parse(
  value: Record<string, unknown>,
  overrides: Partial<SourceContext> = {},
): SourceReport {
  const [report] = policyReportSource.parse([{ value, path: '$' }], {
    ...context,
    ...overrides,
  });
  return report;
}

export function withResult(result: unknown, more: object = {}) {
  return {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    metadata: { name: 'r', namespace: 'shop' },
    results: [result],
    ...more,
  };
}

export const checkout = {
  kind: 'workload',
  cluster: 'prod',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name: 'checkout',
};
export const cart = { ...checkout, name: 'cart' };
