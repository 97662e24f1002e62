import type { Source } from 'backstage-plugin-security-posture-node';
import { admissionreviewSource } from './admissionreview/source';
import { cosignSource } from './cosign/source';
import { cyclonedxSource } from './cyclonedx/source';
import { falcoSource } from './falco/source';
import { gatekeeperSource } from './gatekeeper/source';
import { gitleaksSource } from './gitleaks/source';
import { grypeSource } from './grype/source';
import { intotoSource } from './intoto/source';
import { k8sAuditSource } from './k8s-audit/source';
import { kubernetesSource } from './kubernetes/source';
import { openReportsSource } from './openreports/source';
import { openvexSource } from './openvex/source';
import { osvScannerSource } from './osv-scanner/source';
import { policyReporterSource } from './policy-reporter/source';
import { policyReportSource } from './policyreport/source';
import { roxctlSource } from './roxctl/source';
import { sarifSource } from './sarif/source';
import { stackroxSource } from './stackrox/source';
import { tetragonSource } from './tetragon/source';
import { trivySource } from './trivy/source';
import { trivyOperatorSource } from './trivy-operator/source';

/**
 * The built-in sources in the order in which they are asked: those that a
 * document names itself by first, those that go by its shape later, and
 * Kubernetes objects, which many documents resemble, last.
 */
export const builtInSources: readonly Source[] = [
  k8sAuditSource,
  admissionreviewSource,
  policyReportSource,
  openReportsSource,
  gatekeeperSource,
  trivyOperatorSource,
  trivySource,
  grypeSource,
  sarifSource,
  cyclonedxSource,
  openvexSource,
  osvScannerSource,
  tetragonSource,
  falcoSource,
  stackroxSource,
  roxctlSource,
  policyReporterSource,
  intotoSource,
  gitleaksSource,
  cosignSource,
  kubernetesSource,
];
