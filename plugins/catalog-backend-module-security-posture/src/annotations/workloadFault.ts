import type { Fault } from './Fault';

const EXAMPLE = 'shop/Deployment/web';

/** Why an element can match no workload, if so. */
export function workloadFault(element: string): Fault | undefined {
  const parts = element.split('/');
  if (/\s/.test(element)) {
    return {
      reason: 'holds a space; commas separate workloads',
      example: EXAMPLE,
    };
  }
  if (parts.length < 2 || parts.length > 4) {
    const count = parts.length === 1 ? '1 part' : `${parts.length} parts`;
    return {
      reason: `has ${count}; a workload is namespace/name, namespace/kind/name or cluster/namespace/kind/name`,
      example: EXAMPLE,
    };
  }
  return parts.includes('')
    ? { reason: 'has an empty part', example: EXAMPLE }
    : undefined;
}
