import { InputError } from '@backstage/errors';
import {
  plainText,
  ReportBuilder,
  type Source,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { isEnforced, readAlert } from './alert';
import {
  type EventType,
  eventTypesOf,
  isHealthEvent,
  isPolicyEvent,
  isRecord,
} from './eventType';
import { readHealth } from './health';
import { PolicyEvent, Surroundings } from './schema';

/** Reads the JSON export of Tetragon (`api/v1/tetragon/events.proto`), one event per document. */
export const tetragonSource: Source = {
  id: 'tetragon',
  title: 'Tetragon',
  stage: 'runtime',
  looksLike:
    'process_exec, process_exit, process_kprobe, process_tracepoint, process_lsm …',
  recognise: document =>
    isRecord(document) && eventTypesOf(document).length > 0,
  parse,
};

function parse(
  documents: SourceDocument[],
  context: SourceContext,
): SourceReport[] {
  const builders = new Map<string | undefined, ReportBuilder>();
  for (const { value, path } of documents) {
    const line = isRecord(value) ? value : {};
    const surroundings = Surroundings.parse(line);
    const cluster = surroundings.cluster_name
      ? plainText(surroundings.cluster_name, 200)
      : context.cluster;
    let builder = builders.get(cluster);
    if (!builder) {
      builder = startReport(cluster);
      builders.set(cluster, builder);
    }
    const types = eventTypesOf(line);
    if (types.length === 0 && documents.length === 1) {
      throw new InputError(
        `tetragon: ${path}: expected one of process_exec, process_exit, process_kprobe …`,
      );
    }
    readLine(builder, { line, types, path, surroundings, cluster });
  }
  return [...builders.values()].map(({ report }) => report);
}

function startReport(cluster: string | undefined): ReportBuilder {
  return new ReportBuilder({
    tool: { name: 'Tetragon' },
    subject: {
      kind: 'cluster',
      name: cluster ?? 'unknown',
      ...(cluster ? { cluster } : {}),
    },
  });
}

interface Line {
  line: Record<string, unknown>;
  types: EventType[];
  path: string;
  surroundings: Surroundings;
  cluster?: string;
}

function readLine(builder: ReportBuilder, read: Line): void {
  const { line, types, path } = read;
  const [type] = types;
  const event = type ? line[type] : undefined;
  if (types.length !== 1 || !isRecord(event)) {
    builder.count('event');
    builder.skip(
      'event',
      path,
      types.length > 1
        ? `expected one event, got ${types.join(' and ')}`
        : 'expected an event',
    );
  } else if (isHealthEvent(type)) {
    builder.count('event');
    builder.report.sensorEvents.push(
      readHealth(type, event, read.surroundings),
    );
  } else if (isPolicyEvent(type)) {
    readPolicyEvent(builder, type, event, read);
  } else {
    countTelemetry(builder, type, event, path);
  }
}

/** Telemetry is counted only; the schema would cost more than it brings. */
function countTelemetry(
  builder: ReportBuilder,
  type: EventType,
  { process }: Record<string, unknown>,
  path: string,
): void {
  builder.count('event');
  if (!isRecord(process) || typeof process.binary !== 'string') {
    builder.skip('event', `${path}.${type}.process`, 'expected a process');
  }
}

function readPolicyEvent(
  builder: ReportBuilder,
  type: EventType,
  event: Record<string, unknown>,
  { path, surroundings, cluster }: Line,
): void {
  const parsed = PolicyEvent.safeParse(event);
  // Versions before 1.0 did not name the policy: what it stopped is an alert all the same.
  const isAlert = parsed.success
    ? parsed.data.policy_name !== undefined || isEnforced(parsed.data)
    : typeof event.policy_name === 'string';
  if (!isAlert) {
    countTelemetry(builder, type, event, path);
    return;
  }
  const node = surroundings.node_name;
  const place = {
    ...(cluster ? { cluster } : {}),
    ...(node ? { node: plainText(node, 300) } : {}),
  };
  builder.one('alert', event, `${path}.${type}`, PolicyEvent, element => {
    builder.report.alerts.push(readAlert(type, element, surroundings, place));
  });
}
