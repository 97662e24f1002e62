import type { Source } from 'backstage-plugin-security-posture-node';
import { parsePolicyReport } from './parse';

const kinds = new Set<unknown>(['PolicyReport', 'ClusterPolicyReport']);

/** Policy reports of the Kubernetes policy working group (wgpolicyk8s.io, reports.x-k8s.io). */
export const policyReportSource: Source = {
  id: 'policyreport',
  title: 'PolicyReport',
  stage: 'deploy',
  isRewritten: true,
  looksLike:
    'apiVersion wgpolicyk8s.io/… with kind PolicyReport or ClusterPolicyReport',
  recognise(document) {
    if (Array.isArray(document)) return false;
    const { apiVersion, kind } = document;
    return (
      typeof apiVersion === 'string' &&
      (apiVersion.startsWith('wgpolicyk8s.io/') ||
        apiVersion.startsWith('reports.x-k8s.io/')) &&
      kinds.has(kind)
    );
  },
  parse(documents, context) {
    return documents.map(document =>
      parsePolicyReport(document, context, 'policyreport'),
    );
  },
};
