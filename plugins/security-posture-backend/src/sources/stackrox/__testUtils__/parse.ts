import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { stackroxSource } from '../source';

const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-05-04T09:00:00Z'),
};

/** The reports of one document, or of the lines of a batch. */
export function parse(...values: Record<string, unknown>[]): SourceReport[] {
  return stackroxSource.parse(
    values.map((value, index) => ({
      value,
      path: values.length === 1 ? '$' : `line ${index + 1}`,
    })),
    context,
  );
}
