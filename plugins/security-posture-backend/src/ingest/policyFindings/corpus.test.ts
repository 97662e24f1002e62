import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { controlOfCheck } from '../../model/controls';
import { builtInSources } from '../../sources/registry';
import { corpus } from '../../tests/corpus';
import { policyFindings } from '.';

const files = corpus();
const receivedAt = new Date('2026-10-01T12:00:00Z');

interface CorpusReport {
  file: string;
  format: string;
  report: SourceReport;
}

function reportsOf(formats: string[]): CorpusReport[] {
  return (files?.files() ?? [])
    .filter(({ format }) => formats.includes(format))
    .flatMap(entry => {
      const { file, format } = entry;
      const documents = files?.documents(entry) ?? [];
      return builtInSources.flatMap(source => {
        const own = documents.filter(
          ({ value }) =>
            builtInSources.find(other => other.recognise(value)) === source,
        );
        return own.length === 0
          ? []
          : source
              .parse(own, { receivedAt, cluster: 'prod' })
              .map(report => ({ file, format, report }));
      });
    });
}

const distinct = (texts: string[]) => [...new Set(texts)];

function misconfigurations(reports: CorpusReport[]) {
  return reports.flatMap(({ report }) =>
    report.findings
      .filter(finding => finding.kind === 'misconfiguration')
      .map(({ id, message }) => ({ tool: report.tool.name, id, message })),
  );
}

if (files) {
  describe('policyFindings over the corpus', () => {
    it('maps the checks of Trivy that are about workloads, roles and images', () => {
      const ids = misconfigurations(reportsOf(['trivy', 'trivy-operator']));
      const known = (id: string) => controlOfCheck('trivy', id).length > 0;
      const all = distinct(ids.map(({ id }) => id));
      expect(all.filter(known).length).toBeGreaterThanOrEqual(35);
      // What is left has no counterpart in another engine.
      expect(
        all.filter(id => /^(KSV|DS)-/.test(id) && !known(id)).sort(),
      ).toEqual(['KSV-0049', 'KSV-0056']);
    });

    it('maps what policies of well-known names found', () => {
      const found = misconfigurations(
        reportsOf(['policyreport', 'openreports', 'stackrox', 'sarif']),
      );
      const mapped = found
        .map(({ tool, id, message }) => ({
          id,
          controls: controlOfCheck(tool, id, message),
        }))
        .filter(({ controls }) => controls.length > 0);
      const controls = new Map(
        mapped.map(({ id, controls: ofId }) => [id, ofId]),
      );
      expect(Object.fromEntries(controls)).toEqual({
        'kyverno/disallow-host-namespaces/host-namespaces': ['host-namespaces'],
        'kyverno/podsecurity-subrule-restricted/restricted':
          expect.arrayContaining(['drop-all-capabilities']),
        'stackrox/latest tag': ['latest-tag'],
        'stackrox/latest tag (copy)': ['latest-tag'],
        'stackrox/privileged container': ['privileged'],
        'CIS-DI-0006': ['image-healthcheck'],
        'CIS-DI-0010': ['secret-in-environment'],
      });
    });

    it('makes findings of what Gatekeeper audited and the API server let in', () => {
      const findings = reportsOf([
        'gatekeeper',
        'k8s-audit',
        'admissionreview',
      ]).flatMap(({ file, report }) =>
        policyFindings(report).map(({ id, event }) =>
          [file, id, event ? 'event' : 'state'].join(' '),
        ),
      );
      expect(distinct(findings).sort()).toEqual([
        'gatekeeper/gk-audit-ns-must-have-gk.yaml gatekeeper|ns-must-have-gk|k8srequiredlabels state',
        'gatekeeper/gk-list-kubectl-get-constraints.json gatekeeper|ns-must-have-gk|k8srequiredlabels state',
        'gatekeeper/gk-list-kubectl-get-constraints.json trusted-registry state',
        'gatekeeper/gk-truncated-total.json resource-limits state',
        'gatekeeper/gk-violations-dryrun.yaml gatekeeper|ns-must-have-gk|k8srequiredlabels state',
        'k8s-audit/eventlist-webhook-2.json validating-admission-policy|check-deployment-replicas event',
        'k8s-audit/fairwinds-audit-validating-admission-policy.json validating-admission-policy|check-deployment-replicas event',
        'k8s-audit/psa-audit-violation-event.json privileged event',
      ]);
    });

    it('doubles no result of a policy report', () => {
      const reports = reportsOf(['policyreport', 'openreports']);
      expect(
        reports.flatMap(({ report }) => report.findings).length,
      ).toBeGreaterThan(100);
      expect(reports.flatMap(({ report }) => policyFindings(report))).toEqual(
        [],
      );
    });
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
}
