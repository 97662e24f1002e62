import type { ExampleReport } from '../report';
import { toYaml } from '../yaml';
import { countsOf, type PolicyReport } from './policyReport';

interface Options {
  file: string;
  at: Date;
  cluster: string;
}

/** One report, as `kubectl get --output json` prints it. */
export function singleReport(
  options: Options,
  report: PolicyReport,
): ExampleReport {
  const json = JSON.stringify(report, undefined, 1);
  return { ...common(options, [report]), body: `${json}\n` };
}

/** One report as YAML, or several documents in one file. */
export function yamlReports(
  options: Options,
  reports: PolicyReport[],
): ExampleReport {
  return { ...common(options, reports), body: toYaml(...reports) };
}

/** What `kubectl get policyreports --all-namespaces --output json` prints. */
export function reportList(
  options: Options,
  reports: PolicyReport[],
): ExampleReport {
  const list = {
    apiVersion: 'v1',
    items: reports,
    kind: 'List',
    metadata: { resourceVersion: '' },
  };
  const json = JSON.stringify(list, undefined, 1);
  return { ...common(options, reports), body: `${json}\n` };
}

function common({ file, at, cluster }: Options, reports: PolicyReport[]) {
  return {
    file,
    at,
    components: reports.map(report => report.scope.name),
    counts: countsOf(reports),
    countsOf: (component: string) =>
      countsOf(reports.filter(report => report.scope.name === component)),
    sender: { cluster },
  };
}
