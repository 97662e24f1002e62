import { reference, type Image } from '../images/image';
import { Random } from '../random';
import { ago } from '../time';

/** A workload as it runs in a cluster. */
export interface WorkloadRun {
  namespace: string;
  kind: 'CronJob' | 'DaemonSet' | 'Deployment' | 'StatefulSet';
  name: string;
  container: string;
  image: Image;
  replicas: number;
}

/** The ReplicaSet of a Deployment: its name carries a hash of the template. */
export function replicaSetOf(run: WorkloadRun): string {
  const random = Random.named(`template ${run.name} ${reference(run.image)}`);
  return `${run.name}-${random.suffix(10)}`;
}

/** Names of the pods, with the suffixes that controllers generate. */
export function podsOf(run: WorkloadRun): string[] {
  const random = Random.named(`pods ${run.name} ${reference(run.image)}`);
  const names = (each: (index: number) => string) =>
    Array.from({ length: run.replicas }, (_, index) => each(index));
  switch (run.kind) {
    case 'Deployment': {
      const replicaSet = replicaSetOf(run);
      return names(() => `${replicaSet}-${random.suffix(5)}`);
    }
    case 'DaemonSet':
      return names(() => `${run.name}-${random.suffix(5)}`);
    case 'StatefulSet':
      return names(index => `${run.name}-${index}`);
    default:
      return names(index => {
        const minutes = ago(index + 1).setUTCHours(2, 0, 0, 0) / 60_000;
        return `${run.name}-${minutes}-${random.suffix(5)}`;
      });
  }
}
