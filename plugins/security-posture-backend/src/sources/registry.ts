import type { Source } from 'backstage-plugin-security-posture-node';
import { cyclonedxSource } from './cyclonedx/source';
import { falcoSource } from './falco/source';
import { grypeSource } from './grype/source';
import { openvexSource } from './openvex/source';
import { osvScannerSource } from './osv-scanner/source';
import { policyReportSource } from './policyreport/source';
import { trivySource } from './trivy/source';
import { trivyOperatorSource } from './trivy-operator/source';

/** The built-in sources, in the order in which they are asked (domain: sniffing order). */
export const builtInSources: readonly Source[] = [
  policyReportSource,
  trivyOperatorSource,
  trivySource,
  grypeSource,
  cyclonedxSource,
  openvexSource,
  osvScannerSource,
  falcoSource,
];
