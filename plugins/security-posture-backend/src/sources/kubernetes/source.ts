import {
  ReportBuilder,
  type Source,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { isRecord, textOf } from './fields';
import { isConfigurationKind } from './kinds';
import { objectSubject, placeSubject } from './subject';
import { readObject } from './workload';

/** Objects of the Kubernetes API, as `kubectl get -o json` or a repository has them. */
export const kubernetesSource: Source = {
  id: 'kubernetes',
  title: 'Kubernetes',
  stage: 'deploy',
  looksLike: 'apiVersion, kind and metadata of a Kubernetes object',
  recognise(document) {
    if (!isRecord(document)) return false;
    const { apiVersion, kind, metadata } = document;
    return (
      typeof apiVersion === 'string' &&
      typeof kind === 'string' &&
      isRecord(metadata) &&
      isConfigurationKind(apiVersion, kind)
    );
  },
  parse(documents, context) {
    return documents.map(document => reportOf(document, context));
  },
};

function reportOf(
  { value, path }: SourceDocument,
  { cluster }: SourceContext,
): SourceReport {
  const read = isRecord(value)
    ? readObject(value, { cluster })
    : 'expected an object';
  const isKept = typeof read !== 'string';
  const builder = new ReportBuilder({
    tool: { name: 'kubernetes' },
    subject: isKept ? read.workload.subject : named(value, cluster),
  });
  builder.count('workload');
  if (isKept) {
    for (const problem of read.problems) builder.warn(`${path}.${problem}`);
    builder.report.workloads.push(read.workload);
  } else {
    builder.skip('workload', path, read);
  }
  return builder.report;
}

/** What is left of the name of an object that cannot be kept. */
function named(value: unknown, cluster: string | undefined) {
  const metadata = isRecord(value) ? value.metadata : undefined;
  const name = isRecord(metadata) ? textOf(metadata.name) : undefined;
  const kind = isRecord(value) ? textOf(value.kind) : undefined;
  const namespace = isRecord(metadata) ? textOf(metadata.namespace) : undefined;
  return name && kind
    ? objectSubject({ cluster, namespace, kind, name, whole: true })
    : placeSubject(namespace, cluster);
}
