import { InputError } from '@backstage/errors';
import {
  plainText,
  ReportBuilder,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import {
  fileInResource,
  isAboutObject,
  placesOf,
  type ResourcePlaces,
  type ScannedResource,
} from './resource';
import { readResult } from './result';
import { addResourceScopes } from './resourceScopes';
import { ClusterDocument, Resource, Result } from './schema';

// The names that versions of Trivy gave to the same list.
const lists = [
  'Resources',
  'Findings',
  'Vulnerabilities',
  'Misconfigurations',
] as const;

/** Reads the report of `trivy k8s`: many resources, each with its own results. */
export function readClusterReport(
  document: SourceDocument,
  context: SourceContext,
): SourceReport {
  const parsed = ClusterDocument.safeParse(document.value);
  if (!parsed.success) {
    const list = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new InputError(
      `trivy: ${document.path}.${list}: expected a list of resources`,
    );
  }
  const named = parsed.data.ClusterName ?? context.cluster;
  const cluster = (named && plainText(named, 300)) || undefined;
  const builder = new ReportBuilder({
    tool: { name: 'trivy' },
    subject: {
      kind: 'cluster',
      name: cluster ?? 'unknown',
      ...(cluster ? { cluster } : {}),
    },
  });
  if (!cluster) {
    builder.warn('ClusterName is empty; send cluster with the report');
  }
  const scanned: ScannedResource[] = [];
  for (const list of lists) {
    (parsed.data[list] ?? []).forEach((element, index) => {
      const path = `${document.path}.${list}[${index}]`;
      const resource = readResource(element, path, builder, cluster);
      if (resource) scanned.push(resource);
    });
  }
  addResourceScopes(builder.report, scanned, context);
  return builder.report;
}

/** That it runs these images: what is wrong with them is wrong with it. */
function addWorkload(
  { report }: ReportBuilder,
  { object, contents, images }: ResourcePlaces,
): void {
  if (object.kind !== 'workload') return;
  const runs = [contents, ...images.map(({ subject }) => subject)].filter(
    subject => subject.kind === 'image',
  );
  if (runs.length === 0) return;
  report.workloads.push({
    subject: object,
    annotations: {},
    // Trivy does not tell which container runs which.
    containers: [...new Set(runs)].map(image => ({ name: '', image })),
    spec: {},
  });
}

function readResource(
  element: unknown,
  path: string,
  builder: ReportBuilder,
  cluster: string | undefined,
): ScannedResource | undefined {
  const parsed = Resource.safeParse(element);
  if (!parsed.success) {
    // It stands for elements of an unknown number.
    builder.one('misconfiguration', element, path, Resource, () => {});
    return undefined;
  }
  const resource = parsed.data;
  const elements = resource.Results ?? [];
  const results = elements.map(result => Result.safeParse(result).data);
  const readable = results.filter(result => result !== undefined);
  const places = placesOf(resource, readable, cluster);
  addWorkload(builder, places);
  results.forEach((result, index) => {
    const at = `${path}.Results[${index}]`;
    if (result) {
      readResult(result, at, {
        builder,
        subject: isAboutObject(result) ? places.object : places.contents,
        file: fileInResource(result),
      });
    } else {
      builder.one('misconfiguration', elements[index], at, Result, () => {});
    }
  });
  if (resource.Error) {
    builder.warn(
      `Trivy failed on ${resource.Kind} ${resource.Name}: ${plainText(
        resource.Error,
        300,
      )}`,
    );
  }
  const isWhole = !resource.Error && readable.length === results.length;
  return { ...places, results: readable, isWhole };
}
