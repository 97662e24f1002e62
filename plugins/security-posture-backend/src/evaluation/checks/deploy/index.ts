import type { Check } from '../../Check';
import { allowPrivilegeEscalation } from './allowPrivilegeEscalation';
import { apparmor } from './apparmor';
import { blast } from './blast';
import { breakglass } from './breakglass';
import { capsAdded } from './capsAdded';
import { capsDropAll } from './capsDropAll';
import { enforcement } from './enforcement';
import { exposure } from './exposure';
import { hostNamespaces } from './hostNamespaces';
import { hostPath } from './hostPath';
import { imageVulns } from './imageVulns';
import { mountPropagation } from './mountPropagation';
import { netpolEgress } from './netpolEgress';
import { netpolIngress } from './netpolIngress';
import { ownerAnnotation } from './ownerAnnotation';
import { ownerConsistent } from './ownerConsistent';
import { ownerReachable } from './ownerReachable';
import { privileged } from './privileged';
import { rbacWildcard } from './rbacWildcard';
import { readOnlyRootFs } from './readOnlyRootFs';
import { resources } from './resources';
import { runAsNonRoot } from './runAsNonRoot';
import { runtimeSocket } from './runtimeSocket';
import { saAutomount } from './saAutomount';
import { saDefault } from './saDefault';
import { seccomp } from './seccomp';
import { secretsConfigmap } from './secretsConfigmap';
import { secretsEnv } from './secretsEnv';
import { secretsManager } from './secretsManager';
import { secretsUnusedExposure } from './secretsUnusedExposure';
import { sshport } from './sshport';

/** The checks of the stage deploy, in the order of the practices. */
export const deployChecks: readonly Check[] = [
  imageVulns,
  hostPath,
  runtimeSocket,
  mountPropagation,
  privileged,
  allowPrivilegeEscalation,
  capsAdded,
  capsDropAll,
  runAsNonRoot,
  readOnlyRootFs,
  seccomp,
  apparmor,
  hostNamespaces,
  netpolIngress,
  netpolEgress,
  exposure,
  sshport,
  blast,
  secretsEnv,
  secretsConfigmap,
  secretsUnusedExposure,
  secretsManager,
  saDefault,
  saAutomount,
  rbacWildcard,
  resources,
  ownerAnnotation,
  ownerConsistent,
  enforcement,
  breakglass,
  ownerReachable,
];
