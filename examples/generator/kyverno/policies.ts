import { readLines } from '../facts/readLines';

/**
 * Policies of Kyverno's library, one a line: policy, rule, severity, category,
 * field below the pod's specification that a violation names, what we say of it.
 */
const TABLE = `
disallow-capabilities|adding-capabilities|medium|baseline|containers/0/securityContext/capabilities/add/0|Only the capabilities that the runtime gives anyway may be added.
disallow-capabilities-strict|require-drop-all|medium|restricted|containers/0/securityContext/capabilities/drop|Every container must drop ALL capabilities.
disallow-host-namespaces|host-namespaces|medium|baseline|hostNetwork|Pods must not share network, processes or IPC with their node.
disallow-host-path|host-path|medium|baseline|volumes/0/hostPath|Folders of the node must not be mounted.
disallow-host-ports|host-ports-none|medium|baseline|containers/0/ports/0/hostPort|Ports of the node must not be taken.
disallow-privilege-escalation|privilege-escalation|medium|restricted|containers/0/securityContext/allowPrivilegeEscalation|Set allowPrivilegeEscalation to false.
disallow-privileged-containers|privileged-containers|high|baseline|containers/0/securityContext/privileged|A privileged container owns its node.
disallow-proc-mount|check-proc-mount|medium|baseline|containers/0/securityContext/procMount|Leave the mask over /proc in place.
disallow-secrets-from-env-vars|secrets-not-from-env-vars|medium|practice|containers/0/env/0/valueFrom/secretKeyRef|Mount secrets as files; variables are printed, inherited and logged.
require-pod-probes|validate-probes|medium|practice|containers/0/livenessProbe|Say how to tell that the container is alive and ready.
require-image-tag|require-image-tag|medium|practice|containers/0/image|Name the version of an image.
disallow-latest-tag|validate-image-tag|medium|practice|containers/0/image|The tag latest names another image tomorrow.
require-labels|check-for-labels|medium|practice|labels/app.kubernetes.io~1name|Label the workload with app.kubernetes.io/name and team.
require-requests-limits|validate-resources|medium|practice|containers/0/resources/limits/memory|Ask for processor and memory, and limit the memory.
require-ro-rootfs|validate-readOnlyRootFilesystem|medium|practice|containers/0/securityContext/readOnlyRootFilesystem|Make the root file system read-only.
require-run-as-nonroot|run-as-non-root|medium|restricted|containers/0/securityContext/runAsNonRoot|Set runAsNonRoot to true.
restrict-automount-sa-token|validate-automountServiceAccountToken|medium|practice|automountServiceAccountToken|Do not mount a token for the Kubernetes API that nobody uses.
restrict-image-registries|validate-registries|high|practice|containers/0/image|Images come from registry.acme.example only.
restrict-seccomp|check-seccomp|medium|baseline|securityContext/seccompProfile/type|The seccomp profile must not be Unconfined.
restrict-seccomp-strict|check-seccomp-strict|medium|restricted|securityContext/seccompProfile|Set the seccomp profile to RuntimeDefault.
restrict-sysctls|check-sysctls|medium|baseline|securityContext/sysctls|Only sysctls that concern the pod alone may be set.
restrict-volume-types|restricted-volumes|medium|restricted|volumes/0|Only volumes of a harmless kind may be mounted.
`;

const CATEGORIES: Record<string, string> = {
  baseline: 'Pod Security Standards (Baseline)',
  restricted: 'Pod Security Standards (Restricted)',
  practice: 'Best Practices',
};

export interface Policy {
  name: string;
  rule: string;
  severity: string;
  category: string;
  field: string;
  message: string;
}

/** Every policy that the clusters enforce or audit, by name. */
export const policies: ReadonlyMap<string, Policy> = new Map(
  readLines(TABLE).map(line => {
    const [name, rule, severity, category, field, message] = line.split('|');
    return [
      name,
      {
        name,
        rule,
        severity,
        category: CATEGORIES[category],
        field,
        message,
      },
    ];
  }),
);
