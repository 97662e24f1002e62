import {
  firstLine,
  ReportBuilder,
  type Source,
  type SourceDocument,
} from 'backstage-plugin-security-posture-node';
import { readAlert } from './alert';
import { textField } from './fields';
import { FalcoEvent } from './schema';
import { isSensorEvent, readSensorEvent } from './sensorEvent';
import { clusterSubject } from './subject';

/** Falco's JSON output (stdout, http_output) and falcosidekick's payloads. */
export const falcoSource: Source = {
  id: 'falco',
  title: 'Falco',
  stage: 'runtime',
  looksLike: 'rule and priority, with output or output_fields',
  recognise(document) {
    return isEvent(unwrap(document).value);
  },
  parse(documents, { cluster }) {
    if (documents.length === 0) return [];
    const builder = new ReportBuilder({
      tool: { name: 'falco' },
      subject: clusterSubject(cluster),
    });
    const { report } = builder;
    for (const document of documents) {
      const { value, suffix } = unwrap(document.value);
      const path = `${document.path}${suffix}`;
      // Every line of Falco is an alert to it, also what it says of itself.
      builder.one('alert', value, path, FalcoEvent, event => {
        const version = textField(event, 'falco.version');
        if (version) report.tool.version = firstLine(version, 100);
        if (isSensorEvent(event)) {
          report.sensorEvents.push(readSensorEvent(event));
        } else {
          report.alerts.push(readAlert(event, cluster));
        }
      });
    }
    return [report];
  },
};

/** falcosidekick-ui receives the event inside `{event, outputs}`. */
function unwrap(value: SourceDocument['value']): {
  value: unknown;
  suffix: string;
} {
  const isEnvelope =
    !Array.isArray(value) &&
    Object.hasOwn(value, 'event') &&
    !Object.hasOwn(value, 'rule');
  return isEnvelope
    ? { value: value.event, suffix: '.event' }
    : { value, suffix: '' };
}

function isEvent(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rule' in value &&
    'priority' in value &&
    ('output_fields' in value || 'output' in value)
  );
}
