import { EMAIL, isEmailKey } from '../../evaluation/ownerNames';
import { ABOUT_SECRET, SECRET } from '../../evaluation/secretNames';
import type { PolicyRules } from '../../model/policyRules';
import {
  ALL,
  every,
  everyOf,
  given,
  isSet,
  LASTING,
  literal,
  literals,
} from './cel';
import { isInRegistry } from './registries';

/** A check as admission policies judge it: by the object alone that asks to be let in. */
export interface Expression {
  /**
   * False where the check fails. `c` is a container; `variables` are those of
   * `workloads.ts`. Undefined: the policy does not say what is expected.
   */
  celOf(rules: PolicyRules): string | undefined;
  /** How it differs from the check, which knows more than the object. */
  note?: string;
}

const context = 'c.securityContext';
const podContext = 'variables.podSpec.securityContext';

const profiles = ['RuntimeDefault', 'Localhost'];

const RUNTIME_SOCKET =
  '/(docker|containerd|crio|podman|cri-dockerd|dockershim)\\.sock/*$|^/+((var/+)?run(/+(docker|containerd|crio|podman|k3s(/+containerd)?))?)?/*$';

const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** A setting of the container, or else of its pod, or else something else. */
function ownOrPod(
  path: string,
  meets: (value: string) => string,
  otherwise: string,
): string {
  const own = `${context}.${path}`;
  const ofPod = `${podContext}.${path}`;
  return `(${given(own)}) ? ${meets(own)} : ((${given(ofPod)}) ? ${meets(
    ofPod,
  )} : ${otherwise})`;
}

const AUTOMOUNT = 'variables.podSpec.automountServiceAccountToken';

const ADDRESS = `^\\s*${EMAIL.source
  .slice(1, -1)
  // CEL has no flag for it.
  .replaceAll('a-z', 'a-zA-Z')}\\s*$`;

/** Whether a quantity is more than zero. */
function isAmount(path: string): string {
  return `string(${path}).matches("[1-9]")`;
}

function isGivenAmount(path: string): string {
  return `${given(path)} && ${isAmount(path)}`;
}

/** A text, or something else where it is missing or empty. */
function orElse(path: string, otherwise: string): string {
  return `((${given(path)} && ${path} != "") ? ${path} : ${otherwise})`;
}

function isOff(path: string): string {
  return `(${given(path)} && !${path})`;
}

/** By check. A check that is not here needs more than the object that is judged. */
export const expressions: Readonly<Record<string, Expression>> = {
  'deploy.privileged': {
    celOf: () => every(ALL, `!(${isSet(`${context}.privileged`)})`),
  },
  'deploy.allowPrivilegeEscalation': {
    celOf: () =>
      every(
        LASTING,
        `${given(
          `${context}.allowPrivilegeEscalation`,
        )} && !${context}.allowPrivilegeEscalation`,
      ),
  },
  'deploy.caps.added': {
    celOf: ({ allowedCapabilities }) =>
      every(
        ALL,
        everyOf(
          `${context}.capabilities.add`,
          'added',
          `added.upperAscii() in ${literals(
            allowedCapabilities.flatMap(name => [name, `CAP_${name}`]),
          )}`,
        ),
      ),
  },
  'deploy.caps.dropAll': {
    celOf: () =>
      every(
        LASTING,
        `${given(
          `${context}.capabilities.drop`,
        )} && ${context}.capabilities.drop.exists(dropped, dropped.upperAscii() == "ALL")`,
      ),
  },
  'deploy.runAsNonRoot': {
    celOf: () =>
      every(
        LASTING,
        ownOrPod(
          'runAsUser',
          user => `${user} != 0`,
          `(${ownOrPod('runAsNonRoot', flag => flag, 'false')})`,
        ),
      ),
    note: 'the cluster does not know the user of an image: the pod has to set runAsNonRoot or runAsUser',
  },
  'deploy.readOnlyRootFs': {
    celOf: () => every(LASTING, isSet(`${context}.readOnlyRootFilesystem`)),
  },
  'deploy.seccomp': {
    celOf: () =>
      every(
        LASTING,
        ownOrPod(
          'seccompProfile',
          profile => `${profile}.type in ${literals(profiles)}`,
          'false',
        ),
      ),
  },
  'deploy.apparmor': {
    celOf: () => {
      const annotation = `${literal(APPARMOR)} + c.name`;
      const ofPod = `${podContext}.appArmorProfile`;
      const profile = `(${given(
        `${context}.appArmorProfile`,
      )}) ? ${context}.appArmorProfile.type : ((${annotation}) in variables.podAnnotations ? variables.podAnnotations[${annotation}] : ((${given(
        ofPod,
      )}) ? ${ofPod}.type : ""))`;
      return every(LASTING, `(${profile}).lowerAscii() != "unconfined"`);
    },
  },
  'deploy.hostNamespaces': {
    celOf: () =>
      ['hostNetwork', 'hostPID', 'hostIPC']
        .map(field => `!(${isSet(`variables.podSpec.${field}`)})`)
        .join(' && '),
  },
  'deploy.hostPath': {
    celOf: () =>
      everyOf('variables.podSpec.volumes', 'volume', '!has(volume.hostPath)'),
  },
  'deploy.runtimeSocket': {
    celOf: () =>
      everyOf(
        'variables.podSpec.volumes',
        'volume',
        `!has(volume.hostPath) || !volume.hostPath.path.matches(${literal(
          RUNTIME_SOCKET,
        )})`,
      ),
  },
  'deploy.mountPropagation': {
    celOf: () =>
      every(
        ALL,
        everyOf(
          'c.volumeMounts',
          'mount',
          '!has(mount.mountPropagation) || mount.mountPropagation != "Bidirectional"',
        ),
      ),
  },
  'build.registry.trusted': {
    celOf: ({ trustedRegistries }) =>
      trustedRegistries &&
      every(
        ALL,
        trustedRegistries
          .map(place => isInRegistry('c.image', place))
          .join(' || '),
      ),
  },
  'deploy.resources': {
    celOf: () => {
      const requested = 'c.resources.requests.cpu';
      // Kubernetes requests what is the limit where nothing is requested.
      const cpu = `((${given(requested)}) ? ${isAmount(
        requested,
      )} : (${isGivenAmount('c.resources.limits.cpu')}))`;
      return every(
        LASTING,
        `${cpu} && ${isGivenAmount('c.resources.limits.memory')}`,
      );
    },
  },
  'deploy.owner.annotation': {
    celOf: ({ ownerAnnotations }) =>
      `[variables.annotations, variables.labels, variables.podAnnotations, variables.podLabels].exists(marks, ${ownerAnnotations
        .map(key => {
          const valid = isEmailKey(key) ? ADDRESS : '\\S';
          return `(${literal(key)} in marks && marks[${literal(
            key,
          )}].matches(${literal(valid)}))`;
        })
        .join(' || ')})`,
    note: 'the object itself has to name its owner; its namespace and its Services are not looked at',
  },
  'pod.sa.default': {
    celOf: () => {
      const named = orElse(
        'variables.podSpec.serviceAccountName',
        orElse('variables.podSpec.serviceAccount', literal('default')),
      );
      return `${named} != "default" || ${isOff(AUTOMOUNT)}`;
    },
    note: 'the pod has to say that it needs no token; what its service account says is not looked at',
  },
  'pod.sa.automount': {
    celOf: () => given(AUTOMOUNT),
    note: 'the pod has to say whether it needs a token; what its service account says is not looked at',
  },
  'deploy.secrets.env': {
    celOf: () =>
      every(
        ALL,
        everyOf(
          'c.env',
          'entry',
          `has(entry.valueFrom) || !has(entry.value) || entry.value == "" || !entry.name.upperAscii().matches(${literal(
            SECRET.source,
          )}) || entry.name.upperAscii().matches(${literal(
            ABOUT_SECRET.source,
          )})`,
        ),
      ),
  },
  'deploy.sshport': {
    celOf: () =>
      every(
        LASTING,
        everyOf(
          'c.ports',
          'port',
          'port.containerPort != 22 || (has(port.protocol) && port.protocol != "TCP")',
        ),
      ),
    note: 'ports that only the image or a Service opens are not looked at',
  },
};
