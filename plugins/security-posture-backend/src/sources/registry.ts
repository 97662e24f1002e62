import type { Source } from 'backstage-plugin-security-posture-node';
import { falcoSource } from './falco/source';
import { policyReportSource } from './policyreport/source';
import { trivySource } from './trivy/source';
import { trivyOperatorSource } from './trivy-operator/source';

/** The built-in sources, in the order in which they are asked (domain: sniffing order). */
export const builtInSources: readonly Source[] = [
  policyReportSource,
  trivyOperatorSource,
  trivySource,
  falcoSource,
];
