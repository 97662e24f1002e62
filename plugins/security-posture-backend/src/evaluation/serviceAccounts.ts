import {
  automountOf,
  type ComponentFacts,
  type PodSettings,
  type WorkloadFacts,
} from '../model/facts';
import { objectsBeside } from './pods';

/** The service account of pods; Kubernetes takes `default` where none is named. */
export function serviceAccountOf({
  serviceAccountName,
  serviceAccount,
}: PodSettings): string {
  return serviceAccountName || serviceAccount || 'default';
}

export interface TokenMount {
  mounted: boolean;
  /** What says so. Kubernetes mounts the token where nothing does. */
  by: 'pod' | 'service account' | 'default';
}

/** Whether the token of the service account is mounted: the pod decides, then the account. */
export function tokenMount(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  settings: PodSettings,
): TokenMount {
  if (settings.automountServiceAccountToken !== undefined) {
    return { mounted: settings.automountServiceAccountToken, by: 'pod' };
  }
  const account = objectsBeside(facts, workload, ['ServiceAccount']).find(
    ({ name }) => name === serviceAccountOf(settings),
  );
  const ofAccount = account && automountOf(account);
  return ofAccount === undefined
    ? { mounted: true, by: 'default' }
    : { mounted: ofAccount, by: 'service account' };
}

/** Whether pods can speak to the API server as their service account. */
export function holdsToken(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  settings: PodSettings,
): boolean {
  const isProjected = (settings.volumes ?? []).some(({ projects }) =>
    projects?.some(({ type }) => type === 'serviceAccountToken'),
  );
  return isProjected || tokenMount(facts, workload, settings).mounted;
}
