import type { Source } from 'backstage-plugin-security-posture-node';
import { parsePolicyReport } from '../policyreport/parse';

// The project's own samples still use the kinds of the older API group.
const kinds = new Set<unknown>([
  'Report',
  'ClusterReport',
  'PolicyReport',
  'ClusterPolicyReport',
]);

/** Reports of OpenReports (openreports.io), which follow upon PolicyReports and have their shape. */
export const openReportsSource: Source = {
  id: 'openreports',
  title: 'OpenReports',
  stage: 'deploy',
  isRewritten: true,
  looksLike: 'apiVersion openreports.io/… with kind Report or ClusterReport',
  recognise(document) {
    if (Array.isArray(document)) return false;
    const { apiVersion, kind } = document;
    return (
      typeof apiVersion === 'string' &&
      apiVersion.startsWith('openreports.io/') &&
      kinds.has(kind)
    );
  },
  parse(documents, context) {
    return documents.map(document =>
      parsePolicyReport(document, context, 'openreports'),
    );
  },
};
