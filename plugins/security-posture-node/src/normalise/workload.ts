import type { WorkloadSubject } from '../model';

// The alphabet of Kubernetes' generated suffixes leaves out vowels and
// look-alikes (k8s.io/apimachinery/pkg/util/rand).
const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]';
const REPLICA_SET = new RegExp(`^(.+)-${RANDOM}{8,10}$`);
const POD_OF_REPLICA_SET = new RegExp(`^(.+)-${RANDOM}{8,10}-${RANDOM}{5}$`);
const POD_OF_JOB_OF_CRON = new RegExp(`^(.+)-\\d{8,10}-${RANDOM}{5}$`);
const POD_OF_SET = new RegExp(`^(.+)-${RANDOM}{5}$`);
const POD_OF_STATEFUL_SET = /^(.+)-\d{1,4}$/;
const JOB_OF_CRON = /^(.+)-\d{8,10}$/;

/** @public */
export interface WorkloadOptions {
  cluster?: string;
  namespace?: string;
  /** Kind as the report names it, `Pod` and `ReplicaSet` included. */
  kind: string;
  name: string;
  labels?: Record<string, string>;
  /** The controller, from `ownerReferences`, if the report has it. */
  owner?: { kind: string; name: string };
}

/**
 * The workload that a person wrote, behind a ReplicaSet, Pod or Job that a
 * controller made. An owner reference wins; without one the generated suffixes
 * of the name tell.
 *
 * @public
 */
export function readWorkload(options: WorkloadOptions): WorkloadSubject {
  const { cluster, namespace, labels, owner } = options;
  const written = controllerOf(
    owner?.kind ?? options.kind,
    owner?.name ?? options.name,
  );
  return {
    kind: 'workload',
    ...(cluster ? { cluster } : {}),
    ...(namespace ? { namespace } : {}),
    workloadKind: written.kind,
    name: written.name,
    ...(labels && Object.keys(labels).length > 0 ? { labels } : {}),
  };
}

function controllerOf(kind: string, name: string) {
  const rules: [RegExp, string][] = rulesOf(kind);
  for (const [pattern, controller] of rules) {
    const match = pattern.exec(name);
    if (match) return { kind: controller, name: match[1] };
  }
  return { kind, name };
}

function rulesOf(kind: string): [RegExp, string][] {
  switch (kind) {
    case 'ReplicaSet':
      return [[REPLICA_SET, 'Deployment']];
    case 'Job':
      return [[JOB_OF_CRON, 'CronJob']];
    case 'Pod':
      return [
        [POD_OF_REPLICA_SET, 'Deployment'],
        [POD_OF_JOB_OF_CRON, 'CronJob'],
        [POD_OF_SET, 'DaemonSet'],
        [POD_OF_STATEFUL_SET, 'StatefulSet'],
      ];
    default:
      return [];
  }
}
