import {
  firstLine,
  plainText,
  readLinks,
  readSeverity,
  readWorkload,
  type ReportBuilder,
} from 'backstage-plugin-security-posture-node';
import { controlId } from './compliance';
import {
  StarboardCheck,
  StarboardControl,
  StarboardDetail,
} from './complianceSchema';
import { isRecord } from './reportContent';
import { KubeBenchResult, KubeHunterVulnerability } from './starboardSchema';

/** Reads what kube-bench found on a node. */
export function readKubeBench(
  builder: ReportBuilder,
  report: Record<string, unknown>,
  path: string,
): void {
  const kind = 'misconfiguration';
  for (const [section, inSection] of recordsOf(report.sections)) {
    for (const [test, inTest] of recordsOf(section.tests)) {
      const at = `${path}.sections[${inSection}].tests[${inTest}].results`;
      builder.each(kind, test.results, at, KubeBenchResult, result => {
        const id = controlId('cis', result.test_number);
        const title = firstLine(result.test_desc ?? result.test_number);
        if (result.status === 'PASS') {
          builder.report.passes.push({ id, title });
          return undefined;
        }
        if (result.status !== 'FAIL' && result.status !== 'WARN') {
          return 'the test was not evaluated';
        }
        builder.report.findings.push({
          kind,
          id,
          severity: result.status === 'FAIL' ? 'medium' : 'low',
          title,
          ...(result.remediation
            ? { remediation: plainText(result.remediation) }
            : {}),
          references: [],
          category: 'kube-bench',
        });
        return undefined;
      });
    }
  }
}

/** Reads what kube-hunter found in a cluster. */
export function readKubeHunter(
  builder: ReportBuilder,
  report: Record<string, unknown>,
  path: string,
): void {
  builder.each(
    'misconfiguration',
    report.vulnerabilities,
    `${path}.vulnerabilities`,
    KubeHunterVulnerability,
    element => {
      const { description, location } = element;
      builder.report.findings.push({
        kind: 'misconfiguration',
        id: plainText(element.id, 200),
        severity: readSeverity(element.severity),
        title: firstLine(element.vulnerability ?? element.id),
        ...(description ? { message: plainText(description) } : {}),
        references: readLinks([element.avd_reference]),
        ...(location ? { path: plainText(location, 1000) } : {}),
        category: 'kube-hunter',
      });
    },
  );
}

/** Reads the objects that fail the controls of a benchmark. */
export function readComplianceDetails(
  builder: ReportBuilder,
  report: Record<string, unknown>,
  path: string,
  place: { benchmark: string; cluster?: string },
): void {
  const kind = 'misconfiguration';
  const { benchmark, cluster } = place;
  for (const [value, index] of recordsOf(report.controlCheck)) {
    const at = `${path}.controlCheck[${index}]`;
    const control = StarboardControl.safeParse(value).data;
    if (!control) {
      builder.one(kind, value, at, StarboardControl, () => {});
      continue;
    }
    for (const [result, resultIndex] of recordsOf(control.checkResults)) {
      const { objectType, remediation, details } = StarboardCheck.parse(result);
      const inResult = `${at}.checkResults[${resultIndex}].details`;
      builder.each(kind, details, inResult, StarboardDetail, detail => {
        const subject = readWorkload({
          kind: plainText(objectType ?? 'Pod', 100),
          name: plainText(detail.name, 300),
          ...(cluster ? { cluster } : {}),
          ...(detail.namespace
            ? { namespace: plainText(detail.namespace, 300) }
            : {}),
        });
        const id = controlId(benchmark, control.id);
        const title = firstLine(control.name ?? control.id);
        if (detail.status === 'PASS') {
          builder.report.passes.push({ subject, id, title });
          return;
        }
        builder.report.findings.push({
          kind,
          subject,
          id,
          severity: readSeverity(control.severity),
          title,
          ...(detail.msg ? { message: plainText(detail.msg) } : {}),
          ...(remediation ? { remediation: plainText(remediation) } : {}),
          references: [],
          category: benchmark,
        });
      });
    }
  }
}

function recordsOf(list: unknown): [Record<string, unknown>, number][] {
  if (!Array.isArray(list)) return [];
  const records: [Record<string, unknown>, number][] = [];
  list.forEach((value, index) => {
    if (isRecord(value)) records.push([value, index]);
  });
  return records;
}
