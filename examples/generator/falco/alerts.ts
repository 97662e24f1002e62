import { containerId, uuid } from '../identifiers';
import { Random } from '../random';
import { tally, type Counts, type ExampleReport } from '../report';
import { isoNanoseconds, plusSeconds } from '../time';
import { findRule, type Rule } from './rules';
import { podsOf, type WorkloadRun } from './workloadRun';

/** One thing that a process did, once or again and again. */
export interface AlertSeries {
  rule: string;
  run: WorkloadRun;
  /** Executable, as a path. */
  executable: string;
  command: string;
  parent: string;
  user?: { name: string; id: number };
  /** A terminal was attached. */
  terminal?: boolean;
  /** File, or connection `10.1.2.3:4->5.6.7.8:9`. */
  file?: string;
  /** A pod of a CronJob alerts when it starts instead. */
  first: Date;
  /** Once, unless it says otherwise. */
  times?: number;
  /** On any pod, not on the first one alone. */
  everywhere?: boolean;
  /** Seconds between two of them, roughly. */
  every?: number;
}

interface Alert {
  at: Date;
  nanoseconds: number;
  series: AlertSeries;
  rule: Rule;
  pod: string;
  node: string;
}

/** Alerts as NDJSON, in the order in which they were raised. */
export function alerts(options: {
  file: string;
  components: string[];
  cluster: string;
  /** Falco's own `http_output`, or the body that Falcosidekick sends on. */
  sender: 'falco' | 'falcosidekick';
  series: AlertSeries[];
}): ExampleReport {
  const raised = options.series
    .flatMap((series, index) => expand(series, `${options.file} ${index}`))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const lines = raised.map((alert, index) => {
    const body =
      options.sender === 'falco'
        ? falcoBody(alert)
        : { uuid: uuid(`${options.file} ${index}`), ...sidekickBody(alert) };
    return withIntegers(JSON.stringify(body));
  });
  return {
    file: options.file,
    at: raised[raised.length - 1].at,
    components: options.components,
    body: `${lines.join('\n')}\n`,
    counts: countsOf(raised),
    countsOf: component =>
      countsOf(raised.filter(({ series }) => series.run.name === component)),
    sender: { cluster: options.cluster },
  };
}

function countsOf(raised: Alert[]): Counts {
  return { alerts: tally(raised.map(alert => alert.rule.name)) };
}

function expand(series: AlertSeries, seed: string): Alert[] {
  const random = Random.named(`alerts ${seed}`);
  const pods = podsOf(series.run);
  const every = series.every ?? 3600;
  let at = series.first;
  return Array.from({ length: series.times ?? 1 }, (_, index) => {
    const isJob = series.run.kind === 'CronJob';
    const drawn = series.everywhere ? random.integer(0, pods.length - 1) : 0;
    const pod = isJob ? index : drawn;
    const alert = {
      at: isJob ? jobStart(pods[pod]) : at,
      nanoseconds: random.integer(1_000_000, 999_999_999),
      series,
      rule: findRule(series.rule),
      pod: pods[pod],
      node: `prod-pool-${(series.run.name.length + pod) % 5}`,
    };
    at = plusSeconds(at, Math.round(every * (0.5 + random.next())));
    return alert;
  });
}

/** Pods of a CronJob carry the minute that they were due at. */
function jobStart(pod: string): Date {
  const minutes = Number(pod.split('-').at(-2));
  return new Date(minutes * 60_000 + 95_000);
}

/** Keys in the order in which Falco writes them. */
function falcoBody(alert: Alert) {
  const fields = outputFields(alert);
  return {
    hostname: alert.node,
    output: output(alert, fields),
    output_fields: fields,
    priority: alert.rule.priority,
    rule: alert.rule.name,
    source: 'syscall',
    tags: alert.rule.tags,
    time: isoNanoseconds(alert.at, alert.nanoseconds),
  };
}

/** Keys in the order in which Falcosidekick writes them. */
function sidekickBody(alert: Alert) {
  const fields = outputFields(alert);
  return {
    output: output(alert, fields),
    priority: alert.rule.priority,
    rule: alert.rule.name,
    time: isoNanoseconds(alert.at, alert.nanoseconds),
    output_fields: fields,
    source: 'syscall',
    tags: alert.rule.tags,
    hostname: alert.node,
  };
}

function outputFields(alert: Alert): Record<string, string | number> {
  const { series, pod } = alert;
  const { run, file } = series;
  const user = series.user ?? { name: 'root', id: 0 };
  return {
    'container.id': containerId(`${pod} ${run.container}`),
    'container.image.repository': run.image.line,
    'container.image.tag': run.image.tag,
    'container.name': run.container,
    'evt.time.iso8601': `integer:${Math.floor(
      alert.at.getTime() / 1000,
    )}${String(alert.nanoseconds).padStart(9, '0')}`,
    'evt.type': eventType(file),
    ...(file ? { 'fd.name': file } : {}),
    'k8s.ns.name': run.namespace,
    'k8s.pod.name': pod,
    'proc.cmdline': series.command,
    'proc.exepath': series.executable,
    'proc.name': series.command.split(' ')[0],
    'proc.pname': series.parent,
    'proc.tty': series.terminal ? 34816 : 0,
    'user.loginuid': -1,
    'user.name': user.name,
    'user.uid': user.id,
  };
}

function eventType(file: string | undefined): string {
  if (file === undefined) return 'execve';
  return file.includes('->') ? 'connect' : 'openat';
}

function output(alert: Alert, fields: Record<string, string | number>): string {
  const time = isoNanoseconds(alert.at, alert.nanoseconds).slice(11, -1);
  const told = Object.entries(fields)
    .filter(([name]) => !name.startsWith('evt.'))
    .map(([name, value]) => `${name.replace(/\./g, '_')}=${value}`);
  return `${time}: ${alert.rule.priority} ${alert.rule.text} | ${told.join(
    ' ',
  )}`;
}

/** Nanoseconds since 1970 do not fit a number of JavaScript. */
function withIntegers(json: string): string {
  return json.replace(/"integer:(\d+)"/g, '$1');
}
