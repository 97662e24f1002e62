/** Results that a check never has, with the reason. */
export const neverSo: Record<string, string> = {
  'gate.scan-missing: unknown':
    'a build of which nothing is known is not to pass',
  'deploy.owner.reachable: unknown':
    'the plugin always asks the catalog for the owner',
};

const hardened = 'no pod of the corpus is hardened';
const beside = 'the corpus has no object beside a workload';
const nowhere = 'no scan and no workload of the corpus are of the same digest';
const alone = 'no Scorecard report of the corpus fails this check';

/** Cases that no report of the corpus shows, with the reason. They are made of our own. */
export const withoutRealData: Record<string, string> = {
  'build.base.trusted: fail': 'no report of the corpus names a base image',
  'build.base.trusted: pass': 'no report of the corpus names a base image',
  'build.image.debuggers: fail': 'no image of the corpus holds a debugger',
  'build.image.signed: pass': 'the corpus has no result of cosign verify',
  'build.provenance: pass': 'the corpus has no result of cosign verify',
  'ci.admin.limited: pass': beside,
  'ci.branch-protection: fail': alone,
  'ci.dangerous-workflow: fail': alone,
  'ci.pinned-actions: fail': alone,
  'ci.token-permissions: fail': alone,
  'combination.denied-yet-running: warn':
    'nothing that the corpus shows refused runs in it',
  'combination.exposed-known-exploited: fail': beside,
  'combination.leaked-secret-running: pass': nowhere,
  'combination.old-digest-running: fail': nowhere,
  'combination.old-digest-running: pass': nowhere,
  'combination.shell-used: fail':
    'no alert of the corpus is of a workload whose packages are known',
  'combination.shell-used: pass':
    'no sensor of the corpus watches a workload whose packages are known',
  'deploy.allowPrivilegeEscalation: pass': hardened,
  'deploy.apparmor: fail': 'no pod of the corpus names a profile',
  'deploy.blast: pass': beside,
  'deploy.breakglass: fail': 'nothing in the corpus passed over admission',
  'deploy.caps.dropAll: pass': hardened,
  'deploy.exposure: pass': beside,
  'deploy.mountPropagation: fail': 'no pod of the corpus sets it',
  'deploy.netpol.egress: fail': beside,
  'deploy.netpol.egress: pass': beside,
  'deploy.netpol.ingress: fail': beside,
  'deploy.netpol.ingress: pass': beside,
  'deploy.readOnlyRootFs: pass': hardened,
  'deploy.resources: pass': hardened,
  'deploy.runtimeSocket: fail': 'no pod of the corpus mounts a socket',
  'deploy.seccomp: pass': hardened,
  'deploy.secrets.configmap: pass':
    'no report of the corpus lists the checks that a ConfigMap passed',
  'deploy.secrets.env: fail': 'no pod of the corpus sets a secret',
  'deploy.secrets.manager: fail': beside,
  'deploy.secrets.manager: pass': beside,
  'deploy.secrets.unused-exposure: pass': hardened,
  'deploy.sshport: fail': 'no pod of the corpus opens port 22',
  'pod.rbac.wildcard: pass': beside,
  'pod.sa.automount: pass': hardened,
  'pod.sa.default: pass': hardened,
  'runtime.drift.unscanned: pass': nowhere,
  'runtime.miner: fail': 'no sensor of the corpus saw a miner',
  'runtime.privesc: fail': 'no sensor of the corpus saw anybody gain rights',
  'runtime.scan: warn': nowhere,
};
