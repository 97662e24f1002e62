import { InputError } from '@backstage/errors';
import type {
  Source,
  SourceContext,
  SourceDocument,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readAlert } from './readAlert';
import { Reports } from './reports';
import { type Element, elementsOf, isRecord } from './shape';

/** Reads alerts of StackRox and RHACS (`proto/storage/alert.proto`). */
export const stackroxSource: Source = {
  id: 'stackrox',
  title: 'StackRox / RHACS',
  stage: 'runtime',
  looksLike:
    '{alert: {policy …}} of the generic webhook, an alert with policy and violations, or a list of alerts with ids',
  recognise: document => elementsOf(document) !== undefined,
  parse,
};

function parse(
  documents: SourceDocument[],
  context: SourceContext,
): SourceReport[] {
  const reports = new Reports();
  for (const { value, path } of documents) {
    const elements = elementsOf(value);
    if (!elements && documents.length === 1) {
      throw new InputError(
        `stackrox: ${path}: expected an alert with a policy, or {alert}, {audit}, {networkpolicy}, {alerts}`,
      );
    }
    if (!elements) {
      const builder = reports.ofCluster(context.cluster);
      builder.count('event');
      builder.skip('event', path, 'expected an alert with a policy');
      continue;
    }
    for (const element of elements) {
      const cluster = element.cluster ?? context.cluster;
      const at = `${path}${element.path}`;
      readElement(reports, element, at, cluster);
    }
  }
  return reports.all();
}

function readElement(
  reports: Reports,
  { kind, value }: Element,
  path: string,
  cluster: string | undefined,
): void {
  if (kind === 'log') {
    // Who used the API of RHACS says nothing about a component.
    reports.ofCluster(cluster).count('event');
  } else if (isRecord(value) && value.id === 'testalert') {
    const builder = reports.ofCluster(cluster);
    builder.count('event');
    builder.report.sensorEvents.push({
      message: 'RHACS sent a test alert',
      degraded: false,
    });
  } else {
    readAlert(reports, value, path, cluster);
  }
}
