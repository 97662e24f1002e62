import type { ElementCounts } from 'backstage-plugin-security-posture-common';
import { describeSource } from 'backstage-plugin-security-posture-node/testUtils';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../ingest/decode';
import { wholeDocument } from '../ingest/recognise';
import { sourceChecks } from './__testUtils__/checks';
import { builtInSources } from './registry';

/** What is in each fixture, counted by reading it. */
const counts: Record<string, Record<string, Partial<ElementCounts>>> = {
  admissionreview: {
    'denied.json': { decision: 3 },
    'request.json': { workload: 1 },
    'warned.json': { decision: 3, workload: 1 },
  },
  cosign: { 'verify.json': { attestation: 3 } },
  cyclonedx: {
    'image.json': { package: 5, vulnerability: 5 },
    'sbom-1.3.json': { package: 1 },
    'vex.json': { vulnerability: 4 },
  },
  falco: {
    'internal.ndjson': { alert: 4 },
    'sidekick-ui.json': { alert: 1 },
    'stdout.ndjson': { alert: 3 },
  },
  gatekeeper: {
    'admission.ndjson': { decision: 2 },
    'audit.ndjson': { event: 5, 'policy-result': 3 },
    'constraint.json': { 'policy-result': 4 },
    'export.ndjson': { event: 2, 'policy-result': 1, decision: 2 },
  },
  gitleaks: { 'v7.json': { secret: 2 }, 'v8.json': { secret: 4 } },
  grype: {
    'directory-of-0.7.json': { vulnerability: 1 },
    'image.json': { vulnerability: 3, suppressed: 3 },
  },
  intoto: {
    'cosign-vuln.json': { attestation: 1 },
    'slsa-v02.json': { attestation: 1 },
    'slsa-v1.json': { attestation: 1 },
  },
  'k8s-audit': {
    'accesses.json': { alert: 6, event: 4 },
    'admitted.ndjson': { workload: 3, decision: 6, event: 3 },
    'denials.ndjson': { decision: 14, event: 1 },
  },
  kubernetes: { 'shop.yaml': { workload: 15 } },
  openreports: {
    'cluster-report.yaml': { 'policy-result': 2 },
    'image-scan.json': { 'policy-result': 2 },
  },
  openvex: {
    'several-products-0.0.1.json': { 'vex-statement': 6 },
    'shop.json': { 'vex-statement': 2 },
  },
  'osv-scanner': {
    'image.json': { vulnerability: 2 },
    'lockfiles.json': { vulnerability: 9 },
  },
  'policy-reporter': { 'result.json': { 'policy-result': 1 } },
  policyreport: {
    'kyverno.json': { 'policy-result': 5 },
    'several-resources.yaml': { 'policy-result': 2 },
    'vulnerabilities.json': { 'policy-result': 2 },
  },
  roxctl: {
    'alerts.json': { misconfiguration: 3 },
    'deployment-check.json': { misconfiguration: 2 },
    'image-check.json': { misconfiguration: 2 },
  },
  sarif: {
    'codeql.sarif': { code: 11 },
    'trivy-image.sarif': {
      vulnerability: 2,
      misconfiguration: 1,
      secret: 1,
      licence: 1,
    },
    'two-runs.sarif': {
      vulnerability: 2,
      secret: 1,
      misconfiguration: 1,
      code: 1,
    },
  },
  stackrox: {
    'deploy.json': { misconfiguration: 1 },
    'list.json': { alert: 1, decision: 1, misconfiguration: 1 },
    'runtime.json': { alert: 1 },
    'splunk.json': { alert: 1, event: 1 },
  },
  tetragon: { 'events.ndjson': { event: 6, alert: 4 } },
  trivy: {
    'image.json': { package: 1, vulnerability: 3, suppressed: 1, secret: 1 },
    'kubernetes.json': { misconfiguration: 3, vulnerability: 2 },
    'legacy.json': { vulnerability: 2 },
    'repository.json': { misconfiguration: 4, suppressed: 1, licence: 2 },
  },
  'trivy-operator': {
    'config-audit.json': { misconfiguration: 3 },
    'exposed-secrets.json': { secret: 1 },
    'starboard.json': { misconfiguration: 7 },
    'vulnerabilities.json': { vulnerability: 3 },
  },
};

const context = { receivedAt: new Date('2031-06-01T00:00:00Z') };

describe.each(builtInSources.map(source => [source.id, source] as const))(
  '%s',
  (id, source) => {
    const folder = join(__dirname, id, '__fixtures__');
    const names = readdirSync(folder).filter(name => !name.endsWith('.ts'));

    it('has its numbers for every fixture', () => {
      expect(Object.keys(counts[id] ?? {}).sort()).toEqual(names.sort());
    });

    describeSource(
      source,
      names.map(name => ({
        name,
        documents: decodeBody(readFileSync(join(folder, name)), {
          isDocument: wholeDocument(builtInSources),
        }).documents,
        read: counts[id]?.[name] ?? {},
      })),
      { check: sourceChecks[id], context },
    );
  },
);
