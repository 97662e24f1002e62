import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { trivyOperatorSource } from '../source';

export const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-05-04T09:00:00Z'),
};

/** The image that most fixtures speak of. */
export const basket = {
  kind: 'image',
  name: 'registry.example.org/shop/basket',
  tag: '4.2.0',
  digest: `sha256:${'1'.repeat(64)}`,
};

/** The report of one object. */
export function read(
  value: Record<string, unknown>,
  more: Partial<SourceContext> = {},
): SourceReport {
  const [report] = trivyOperatorSource.parse([{ value, path: '$' }], {
    ...context,
    ...more,
  });
  return report;
}
