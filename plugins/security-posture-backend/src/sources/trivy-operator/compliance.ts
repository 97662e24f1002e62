import {
  firstLine,
  type MisconfigurationFinding,
  plainText,
  readSeverity,
  type ReportBuilder,
} from 'backstage-plugin-security-posture-node';
import { Control, DetailedControl } from './complianceSchema';
import { isRecord } from './reportContent';
import { Check } from './schema';

/**
 * Reads a ClusterComplianceReport: the controls with their number of failures,
 * or, of a report with `reportType: all`, the checks behind them.
 */
export function readCompliance(
  builder: ReportBuilder,
  status: unknown,
  path: string,
  benchmark: string,
): void {
  const { detailReport, summaryReport, controlCheck } = isRecord(status)
    ? status
    : {};
  if (isRecord(detailReport)) {
    readDetails(
      builder,
      detailReport.results,
      `${path}.detailReport`,
      benchmark,
    );
    return;
  }
  const controls = isRecord(summaryReport)
    ? summaryReport.controlCheck
    : controlCheck;
  const at = isRecord(summaryReport)
    ? `${path}.summaryReport.controlCheck`
    : `${path}.controlCheck`;
  builder.each('misconfiguration', controls, at, Control, control =>
    keepControl(builder, control, benchmark),
  );
}

function keepControl(
  { report }: ReportBuilder,
  control: Control,
  benchmark: string,
): string | void {
  const failures = control.totalFail ?? control.failTotal;
  const title = firstLine(control.name ?? control.id);
  if (failures === undefined) return 'the control was not evaluated';
  if (failures <= 0) {
    report.passes.push({ id: controlId(benchmark, control.id), title });
    return undefined;
  }
  report.findings.push({
    kind: 'misconfiguration',
    id: controlId(benchmark, control.id),
    severity: readSeverity(control.severity),
    title,
    message: `${failures} failed ${failures === 1 ? 'check' : 'checks'}`,
    references: [],
    category: benchmark,
  });
  return undefined;
}

function readDetails(
  builder: ReportBuilder,
  results: unknown,
  path: string,
  benchmark: string,
): void {
  if (!Array.isArray(results)) {
    const at = `${path}.results`;
    builder.each('misconfiguration', results, at, DetailedControl, () => {});
    return;
  }
  results.forEach((result, index) => {
    const at = `${path}.results[${index}]`;
    const control = DetailedControl.safeParse(result);
    if (!control.success) {
      builder.one('misconfiguration', result, at, DetailedControl, () => {});
      return;
    }
    const { checks } = control.data;
    builder.each('misconfiguration', checks, `${at}.checks`, Check, check => {
      keepCheckOf(builder, control.data, check, benchmark);
    });
  });
}

function keepCheckOf(
  { report }: ReportBuilder,
  control: DetailedControl,
  check: Check,
  benchmark: string,
): void {
  const id = controlId(benchmark, control.id);
  const title = firstLine(control.name ?? check.title ?? check.checkID);
  if (check.success) {
    report.passes.push({ id, title });
    return;
  }
  report.findings.push(
    misconfigurationOf(id, title, control, check, benchmark),
  );
}

function misconfigurationOf(
  id: string,
  title: string,
  control: DetailedControl,
  check: Check,
  benchmark: string,
): MisconfigurationFinding {
  const message = check.messages.slice(0, 20).join('\n') || check.description;
  const { remediation, target } = check;
  return {
    kind: 'misconfiguration',
    id,
    severity: readSeverity(check.severity ?? control.severity),
    title,
    ...(message ? { message: plainText(message) } : {}),
    ...(remediation ? { remediation: plainText(remediation) } : {}),
    references: [],
    // The object in the cluster that fails, as the operator writes it.
    ...(target ? { path: plainText(target, 1000) } : {}),
    category: benchmark,
  };
}

/** Benchmarks number their controls alike: `cis/1.1.1`, `nsa/1.1`. */
export function controlId(benchmark: string, id: string): string {
  return plainText(`${benchmark}/${id}`, 200);
}
