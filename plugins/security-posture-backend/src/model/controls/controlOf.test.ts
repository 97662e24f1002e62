import { controlOf, controlOfCheck, problemsOf, problemsOfCheck } from '.';

describe('controlOf', () => {
  it.each([
    ['kyverno', 'disallow-privileged-containers', 'privileged-containers'],
    [
      'kyverno',
      'disallow-privileged-containers',
      'autogen-cronjob-privileged-containers',
    ],
    ['kyverno', 'platform/Disallow-Privileged-Containers', undefined],
    ['kyverno', 'disallow-privileged-containers-cel', undefined],
    ['KyvernoValidatingPolicy', 'disallow-privileged-containers', undefined],
    [
      'kyvernovalidatingpolicy',
      'vpol-disallow-privileged-containers',
      undefined,
    ],
    ['kyverno', 'our-baseline', 'autogen-privileged-containers'],
    ['gatekeeper', 'whatever', 'K8sPSPPrivilegedContainer'],
    ['gatekeeper', 'whatever', 'k8spspprivilegedcontainer'],
    ['Gatekeeper', 'psp-privileged-container', undefined],
    ['pod-security', 'baseline', 'privileged'],
    [
      'validating-admission-policy',
      'disallow-privileged-containers',
      'a-binding',
    ],
    [
      'validating-admission-policy',
      'cpol-disallow-privileged-containers',
      undefined,
    ],
    [
      'ValidatingAdmissionPolicy',
      'gatekeeper-k8spspprivilegedcontainer',
      undefined,
    ],
    [
      'validating-admission-policy',
      'kubescape-c-0057-privileged-container-denied',
      undefined,
    ],
    ['stackrox', 'Privileged Container', undefined],
    ['RHACS', 'privileged container (COPY)', undefined],
    ['trivy', 'AVD-KSV-0017', undefined],
    ['trivy-operator', 'KSV017', undefined],
    ['Starboard', 'runAsPrivileged', undefined],
    ['kube-linter', 'privileged-container', undefined],
    ['KubeLinter', 'privileged-container', undefined],
    ['checkov', 'CKV_K8S_16', undefined],
    ['KICS', 'dd29336b-fe57-445b-a26e-e6aa867ae609', undefined],
    ['kubescape', 'C-0057', undefined],
  ])('knows the privileged container of %s %s %s', (engine, id, rule) => {
    expect(controlOf({ engine, id, rule })).toEqual(['privileged']);
  });

  it.each([
    ['KSV-0001', 'allow-privilege-escalation'],
    ['KSV003', 'drop-all-capabilities'],
    ['AVD-KSV-0106', 'drop-all-capabilities'],
    ['KSV-0005', 'added-capabilities'],
    ['KSV-0006', 'docker-socket'],
    ['KSV-0008', 'host-namespaces'],
    ['KSV-0009', 'host-namespaces'],
    ['KSV-0010', 'host-namespaces'],
    ['KSV-0011', 'resource-limits'],
    ['KSV-0012', 'run-as-non-root'],
    ['DS002', 'run-as-non-root'],
    ['KSV-0013', 'latest-tag'],
    ['DS-0001', 'latest-tag'],
    ['KSV-0014', 'read-only-root-filesystem'],
    ['KSV-0023', 'host-path'],
    ['KSV-0030', 'seccomp'],
    ['KSV-0104', 'seccomp'],
    ['KSV-0125', 'trusted-registry'],
    ['KSV-0034', 'trusted-registry'],
    ['KSV-0036', 'service-account-token'],
    ['KSV-0038', 'network-policy'],
    ['DS-0031', 'secret-in-environment'],
    ['KSV-0109', 'secret-in-configmap'],
    ['KSV01010', 'secret-in-configmap'],
    ['AVD-KSV-01010', 'secret-in-configmap'],
    ['KSV-0110', 'default-namespace'],
    ['KSV-0044', 'rbac-wildcard'],
  ])('knows %s of Trivy', (id, control) => {
    expect(controlOf({ engine: 'Trivy', id })).toEqual([control]);
  });

  it.each([
    ['require-run-as-nonroot', 'run-as-non-root'],
    ['disallow-privilege-escalation', 'allow-privilege-escalation'],
    ['disallow-capabilities-strict', 'drop-all-capabilities'],
    ['require-drop-all', 'drop-all-capabilities'],
    ['restrict-seccomp', 'seccomp'],
    ['restrict-seccomp-strict', 'seccomp'],
    ['disallow-host-namespaces', 'host-namespaces'],
    ['disallow-host-path', 'host-path'],
    ['require-ro-rootfs', 'read-only-root-filesystem'],
    ['require-pod-requests-limits', 'resource-limits'],
    ['disallow-latest-tag', 'latest-tag'],
    ['restrict-image-registries', 'trusted-registry'],
    ['restrict-automount-sa-token', 'service-account-token'],
    ['require-labels', 'owner-annotation'],
    ['require-annotations', 'owner-annotation'],
    ['add-network-policy', 'network-policy'],
    ['verify-image', 'image-signed'],
    ['disallow-secrets-from-env-vars', 'secret-in-environment'],
    ['restrict-node-port', 'node-port'],
  ])('knows %s of Kyverno', (id, control) => {
    expect(controlOf({ engine: 'kyverno', id })).toEqual([control]);
  });

  it('takes the rule of a policy for what it judges', () => {
    const id = 'disallow-capabilities-strict';
    const rule = 'autogen-adding-capabilities-strict';
    expect(controlOf({ engine: 'kyverno', id, rule })).toEqual([
      'added-capabilities',
    ]);
  });

  it.each([
    ['K8sPSPAllowedUsers', 'run-as-non-root'],
    ['K8sPSPAllowPrivilegeEscalationContainer', 'allow-privilege-escalation'],
    ['K8sPSPCapabilities', 'drop-all-capabilities'],
    ['K8sPSPSeccompV2', 'seccomp'],
    ['K8sPSPHostNamespace', 'host-namespaces'],
    ['K8sPSPHostFilesystem', 'host-path'],
    ['K8sPSPReadOnlyRootFilesystem', 'read-only-root-filesystem'],
    ['K8sContainerLimits', 'resource-limits'],
    ['K8sContainerRequests', 'resource-limits'],
    ['K8sRequiredResources', 'resource-limits'],
    ['K8sDisallowedTags', 'latest-tag'],
    ['K8sAllowedRepos', 'trusted-registry'],
    ['K8sPSPAutomountServiceAccountTokenPod', 'service-account-token'],
    ['K8sRequiredLabels', 'owner-annotation'],
    ['K8sRequiredAnnotations', 'owner-annotation'],
    ['K8sBlockNodePort', 'node-port'],
    ['K8sBlockLoadBalancer', 'node-port'],
  ])('knows the template %s of Gatekeeper', (rule, control) => {
    expect(controlOf({ engine: 'gatekeeper', id: 'free', rule })).toEqual([
      control,
    ]);
  });

  it.each([
    [
      'Docker CIS 4.1: Ensure That a User for the Container Has Been Created',
      'run-as-non-root',
    ],
    [
      'Docker CIS 5.21: Ensure the default seccomp profile is not disabled',
      'seccomp',
    ],
    [
      "Docker CIS 5.9 and 5.20: Ensure that the host's network namespace is not shared",
      'host-namespaces',
    ],
    ['Mounting Sensitive Host Directories', 'host-path'],
    ['Mount Container Runtime Socket', 'docker-socket'],
    ['No CPU request or memory limit specified', 'resource-limits'],
    ['Required Annotation: Owner/Team', 'owner-annotation'],
    ['Red Hat images must be signed by a Red Hat release key', 'image-signed'],
    ['Environment Variable Contains Secret', 'secret-in-environment'],
    ['Deployments with externally exposed endpoints', 'node-port'],
  ])('knows the policy %s of RHACS', (id, control) => {
    expect(controlOf({ engine: 'stackrox', id })).toEqual([control]);
  });

  it('goes by the message where one name means several controls', () => {
    const engine = 'gatekeeper';
    const [id, rule] = ['capabilities', 'K8sPSPCapabilities'];
    const missing =
      'container <app> is not dropping all required capabilities. Container must drop all of ["ALL"] or "ALL"';
    const added =
      'container <app> has a disallowed capability. Allowed capabilities are []';
    expect(controlOf({ engine, id, rule, message: missing })).toEqual([
      'drop-all-capabilities',
    ]);
    expect(controlOf({ engine, id, rule, message: added })).toEqual([
      'added-capabilities',
    ]);
    const reason = 'unrestricted capabilities';
    const both = `${reason} (container "app" must set securityContext.capabilities.drop=["ALL"]; container "app" must not include "SYS_ADMIN" in securityContext.capabilities.add)`;
    expect(
      controlOf({
        engine: 'pod-security',
        id: 'restricted',
        rule: reason,
        message: both,
      }),
    ).toEqual(['drop-all-capabilities', 'added-capabilities']);
  });

  it('sees an owner only in labels that name one', () => {
    const labels = (message: string) =>
      controlOf({
        engine: 'gatekeeper',
        id: 'labels',
        rule: 'K8sRequiredLabels',
        message,
      });
    expect(labels('you must provide labels: {"owner"}')).toEqual([
      'owner-annotation',
    ]);
    expect(labels('you must provide labels: {"gatekeeper"}')).toEqual([]);
    expect(
      controlOf({
        engine: 'kyverno',
        id: 'require-labels',
        rule: 'check-for-labels',
        message:
          'validation error: The label `app.kubernetes.io/name` is required. rule check-for-labels failed at path /metadata/labels/app.kubernetes.io/name/',
      }),
    ).toEqual([]);
  });

  it('reads all controls out of a sentence of Pod Security Admission', () => {
    const message =
      'would violate PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "a, privileged (x), b" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (containers "a", "b" must set securityContext.capabilities.drop=["ALL"]), host namespaces (hostNetwork=true), hostPort, runAsNonRoot != true (pod or container "a" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "a" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")';
    expect(
      controlOf({ engine: 'pod-security', id: 'restricted', message }),
    ).toEqual([
      'allow-privilege-escalation',
      'drop-all-capabilities',
      'host-namespaces',
      'host-ports',
      'run-as-non-root',
      'seccomp',
    ]);
  });

  it.each([
    ['privileged', 'privileged'],
    ['non-default capabilities', 'added-capabilities'],
    ['hostPath volumes', 'host-path'],
    ['hostPorts', 'host-ports'],
    ['procMount', 'proc-mount'],
    ['forbidden sysctls', 'sysctls'],
    ['restricted volume types', 'volume-types'],
    ['seLinuxOptions', 'selinux'],
    ['forbidden AppArmor profile', 'apparmor'],
    ['forbidden AppArmor profiles', 'apparmor'],
    ['appArmorProfile', 'apparmor'],
    ['runAsUser=0', 'run-as-non-root'],
    ['hostProcess', 'host-process'],
    ['probe or lifecycle host', 'host-probes'],
    ['Privilege Escalation', 'allow-privilege-escalation'],
    ['Running as Non-root', 'run-as-non-root'],
  ])('knows the reason %s of the Pod Security Standards', (rule, control) => {
    expect(
      controlOf({ engine: 'pod-security', id: 'restricted', rule }),
    ).toEqual([control]);
  });

  it.each([
    [
      'newer',
      `Validation rule 'restricted' failed. It violates PodSecurity "restricted:latest": (Forbidden reason: allowPrivilegeEscalation != false, field error list: [spec.containers[0].securityContext.allowPrivilegeEscalation: Required value])(Forbidden reason: unrestricted capabilities, field error list: [spec.containers[0].securityContext.capabilities.drop: Required value])(Forbidden reason: seccompProfile, field error list: [spec.containers[0].securityContext.seccompProfile.type: Required value])`,
      ['allow-privilege-escalation', 'drop-all-capabilities', 'seccomp'],
    ],
    [
      'older',
      `Validation rule 'restricted' failed. It violates PodSecurity "restricted:latest": ({Allowed:false ForbiddenReason:unrestricted capabilities ForbiddenDetail:container "nginx" must set securityContext.capabilities.drop=["ALL"]})({Allowed:false ForbiddenReason:runAsNonRoot != true ForbiddenDetail:pod or container "nginx" must set securityContext.runAsNonRoot=true})`,
      ['drop-all-capabilities', 'run-as-non-root'],
    ],
  ])(
    'reads %s messages of Kyverno that judge by the standards',
    (_, message, found) => {
      expect(
        controlOf({
          engine: 'kyverno',
          id: 'podsecurity-subrule-restricted',
          rule: 'restricted',
          message,
        }),
      ).toEqual(found);
    },
  );

  it.each([
    ['kyverno', 'check-ns-labels', 'require-ns-env-label'],
    ['gatekeeper', 'cost', 'AcmeCostCentre'],
    ['pod-security', 'restricted', 'something new'],
    ['validating-admission-policy', 'check-deployment-replicas', undefined],
    ['validating-admission-policy', 'kubescape-c-9999-unheard-of', undefined],
    ['stackrox', '90-Day Image Age', undefined],
    ['trivy', 'AWS-0089', undefined],
    ['trivy', 'KCV-0017', undefined],
    ['sarif', 'privileged-container', undefined],
    ['webhook', 'privileged', undefined],
  ])('claims nothing of %s %s %s', (engine, id, rule) => {
    expect(controlOf({ engine, id, rule })).toEqual([]);
  });
});

describe('controlOfCheck', () => {
  it.each([
    ['trivy', 'KSV-0017'],
    ['sarif', 'AVD-KSV-0017'],
    ['sarif', 'CKV_K8S_16'],
    ['sarif', 'C-0057'],
    ['KubeLinter', 'privileged-container'],
    [
      'policyreport',
      'kyverno/disallow-privileged-containers/privileged-containers',
    ],
    ['openreports', 'gatekeeper/some-name/k8spspprivilegedcontainer'],
    ['stackrox', 'stackrox/privileged container'],
    ['roxctl', 'stackrox/privileged container'],
    ['roxctl', 'Privileged Container'],
  ])('knows the privileged container of %s as %s', (tool, id) => {
    expect(controlOfCheck(tool, id)).toEqual(['privileged']);
  });

  it('takes the title of a policy of RHACS as a whole', () => {
    expect(
      controlOfCheck('stackrox', 'stackrox/required annotation: owner/team'),
    ).toEqual(['owner-annotation']);
  });
});

describe('problemsOf', () => {
  it('is the same however a policy is told of', () => {
    const problem = ['kyverno|check-replicas'];
    expect(problemsOf({ engine: 'kyverno', id: 'check-replicas' })).toEqual(
      problem,
    );
    expect(
      problemsOf({
        engine: 'kyvernovalidatingpolicy',
        id: 'check-replicas',
        rule: 'check-replicas',
      }),
    ).toEqual(problem);
    expect(
      problemsOfCheck('policyreport', 'kyvernovalidatingpolicy/check-replicas'),
    ).toEqual(problem);
    const binding = { engine: 'validating-admission-policy', id: 'replicas' };
    expect(problemsOf({ ...binding, rule: 'replicas-binding' })).toEqual(
      problemsOf(binding),
    );
    expect(
      problemsOf({ engine: 'kyverno', id: 'Labels', rule: 'autogen-Cost' }),
    ).toEqual(problemsOfCheck('policyreport', 'kyverno/labels/cost'));
  });

  it('tells rules and constraints of one name apart', () => {
    expect(
      problemsOf({ engine: 'gatekeeper', id: 'cost', rule: 'AcmeCostCentre' }),
    ).toEqual(['gatekeeper|cost|acmecostcentre']);
    expect(problemsOfCheck('trivy', 'KCV012')).toEqual(['KCV-0012']);
    expect(problemsOfCheck('policyreport', 'falco/a/b')).toEqual(['falco/a/b']);
    expect(problemsOfCheck('trivy-operator', 'cis/4.2.10')).toEqual([
      'cis/4.2.10',
    ]);
  });
});
