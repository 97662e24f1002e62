import type {
  Source,
  SourceDecision,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { ReportBuilder } from 'backstage-plugin-security-posture-node';
import { controlById, remediationOf } from '../../model/controls';
import { admissionreviewSource } from '../../sources/admissionreview/source';
import { gatekeeperSource } from '../../sources/gatekeeper/source';
import { k8sAuditSource } from '../../sources/k8s-audit/source';
import { policyReportSource } from '../../sources/policyreport/source';
import { stackroxSource } from '../../sources/stackrox/source';
import { passesOf, policyFindings } from '.';

const context = {
  receivedAt: new Date('2026-10-01T12:00:00Z'),
  cluster: 'prod',
};

const shop = {
  kind: 'workload' as const,
  cluster: 'prod',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name: 'api',
};

function parse(source: Source, ...values: Record<string, unknown>[]) {
  return source.parse(
    values.map((value, index) => ({ value, path: `$[${index}]` })),
    context,
  );
}

function reportWith(...decisions: Partial<SourceDecision>[]): SourceReport {
  const { report } = new ReportBuilder({
    tool: { name: 'test' },
    subject: shop,
  });
  report.decisions.push(
    ...decisions.map(decision => ({
      subject: shop,
      engine: 'kyverno',
      policy: 'disallow-latest-tag',
      action: 'audit' as const,
      outcome: 'fail' as const,
      severity: 'unknown' as const,
      ...decision,
    })),
  );
  return report;
}

const problems = (reports: SourceReport[]) =>
  reports.flatMap(policyFindings).map(({ id }) => id);

function auditEvent(fields: Record<string, unknown>) {
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Request',
    auditID: 'a1',
    stage: 'ResponseComplete',
    verb: 'create',
    user: { username: 'jane' },
    objectRef: {
      resource: 'deployments',
      namespace: 'shop',
      name: 'api',
      apiGroup: 'apps',
      apiVersion: 'v1',
    },
    responseStatus: { code: 201 },
    stageTimestamp: '2026-10-01T10:00:00.000000Z',
    ...fields,
  };
}

describe('policyFindings', () => {
  it('joins one misconfiguration as all engines tell of it', () => {
    const violation =
      'privileged (container "app" must not set securityContext.privileged=true)';
    const reports = [
      ...parse(
        k8sAuditSource,
        auditEvent({
          annotations: {
            'pod-security.kubernetes.io/audit-violations': `would violate PodSecurity "baseline:latest": ${violation}`,
            'validation.policy.admission.k8s.io/validation_failure':
              JSON.stringify([
                {
                  message: 'no privileged containers',
                  policy: 'cpol-disallow-privileged-containers',
                  binding: 'b',
                  expressionIndex: 0,
                  validationActions: ['Audit'],
                },
              ]),
          },
        }),
      ),
      ...parse(gatekeeperSource, {
        apiVersion: 'constraints.gatekeeper.sh/v1beta1',
        kind: 'K8sPSPPrivilegedContainer',
        metadata: { name: 'no-privileges' },
        spec: { enforcementAction: 'deny' },
        status: {
          auditTimestamp: '2026-10-01T10:00:00Z',
          totalViolations: 1,
          violations: [
            {
              kind: 'Deployment',
              namespace: 'shop',
              name: 'api',
              message: 'Privileged container is not allowed: app',
              enforcementAction: 'deny',
            },
          ],
        },
      }),
    ];
    const findings = reports.flatMap(policyFindings);
    expect(
      findings.map(({ id, subject, reportedId, event, engine }) => ({
        id,
        subject,
        reportedId,
        event,
        engine,
      })),
    ).toEqual([
      {
        id: 'privileged',
        subject: shop,
        reportedId:
          'validating-admission-policy/cpol-disallow-privileged-containers/b',
        event: true,
        engine: 'validating-admission-policy',
      },
      {
        id: 'privileged',
        subject: shop,
        reportedId: 'pod-security/baseline/privileged',
        event: true,
        engine: 'pod-security',
      },
      {
        id: 'privileged',
        subject: shop,
        reportedId: 'gatekeeper/no-privileges/K8sPSPPrivilegedContainer',
        event: false,
        engine: 'gatekeeper',
      },
    ]);
    const control = controlById('privileged');
    expect(findings[1]).toMatchObject({
      kind: 'misconfiguration',
      title: control?.title,
      severity: 'high',
      remediation: control && remediationOf(control),
      message: violation,
      container: 'app',
      at: '2026-10-01T10:00:00.000Z',
      category: 'Pod Security Standards (Baseline)',
      references: [],
    });
  });

  it('makes findings of what was let in, not of what was refused or deleted', () => {
    const event = { eventId: 'e#0', operation: 'CREATE' };
    const report = reportWith(
      { ...event, policy: 'let-in-audit', action: 'audit' },
      { ...event, policy: 'let-in-warn', action: 'warn', eventId: 'f#0' },
      { ...event, policy: 'refused', action: 'deny', eventId: 'g#0' },
      // Refused by one policy, so that what others warn of does not exist either.
      { ...event, policy: 'warned-too', action: 'warn', eventId: 'g#1' },
      {
        ...event,
        policy: 'let-in',
        action: 'allow',
        outcome: 'pass',
        eventId: 'h#0',
      },
      {
        ...event,
        policy: 'unjudged',
        action: 'warn',
        outcome: 'error',
        eventId: 'i#0',
      },
      { ...event, policy: 'deleted', operation: 'DELETE', eventId: 'j#0' },
      { ...event, policy: 'connected', operation: 'CONNECT', eventId: 'k#0' },
      {
        ...event,
        engine: 'webhook',
        policy: 'unnamed',
        action: 'warn',
        eventId: 'l#0',
      },
    );
    expect(problems([report])).toEqual([
      'kyverno|let-in-audit',
      'kyverno|let-in-warn',
    ]);
  });

  it('makes findings of a state that fails or warns, whatever is enforced', () => {
    const report = reportWith(
      { policy: 'denies', action: 'deny' },
      { policy: 'audits', action: 'audit' },
      { policy: 'warns', action: 'warn', outcome: 'warn' },
      { policy: 'passes', action: 'allow', outcome: 'pass' },
      { policy: 'is-excepted', action: 'allow', outcome: 'skip' },
      { policy: 'cannot-judge', action: 'allow', outcome: 'error' },
    );
    expect(problems([report])).toEqual([
      'kyverno|denies',
      'kyverno|audits',
      'kyverno|warns',
    ]);
    expect(policyFindings(report).some(({ event }) => event)).toBe(false);
  });

  it('sees an event in what Gatekeeper logs of a request, which has no id', () => {
    const line = {
      event_type: 'violation',
      constraint_kind: 'K8sAllowedRepos',
      constraint_name: 'repos',
      resource_kind: 'Deployment',
      resource_namespace: 'shop',
      resource_name: 'api',
      request_username: 'jane',
      ts: 1790000000,
      msg: 'denied admission: container <app> has an invalid image repo <nginx>',
    };
    const [report] = parse(
      gatekeeperSource,
      { ...line, constraint_action: 'deny' },
      { ...line, constraint_action: 'dryrun' },
    );
    expect(policyFindings(report)).toEqual([
      expect.objectContaining({
        id: 'trusted-registry',
        event: true,
        container: 'app',
      }),
    ]);
  });

  it('reads the warnings of an admitted request', () => {
    const reports = parse(admissionreviewSource, {
      kind: 'AdmissionReview',
      apiVersion: 'admission.k8s.io/v1',
      request: {
        uid: 'u1',
        kind: { group: 'apps', version: 'v1', kind: 'Deployment' },
        namespace: 'shop',
        name: 'api',
        operation: 'UPDATE',
        userInfo: { username: 'jane' },
        object: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'api', namespace: 'shop' },
        },
      },
      response: {
        uid: 'u1',
        allowed: true,
        warnings: [
          'would violate PodSecurity "restricted:latest": allowPrivilegeEscalation != false (containers "app", "log" must set securityContext.allowPrivilegeEscalation=false), seccompProfile (pod or container "app" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
          'unknown field "spec.replica"',
        ],
      },
    });
    expect(
      reports
        .flatMap(policyFindings)
        .map(({ id, container, event }) => ({ id, container, event })),
    ).toEqual([
      { id: 'allow-privilege-escalation', container: undefined, event: true },
      { id: 'seccomp', container: 'app', event: true },
    ]);
  });

  it('makes a finding for each control that a message names', () => {
    const message = `Validation rule 'restricted' failed. It violates PodSecurity "restricted:latest": (Forbidden reason: host namespaces, field error list: [spec.hostPID: Forbidden])(Forbidden reason: runAsNonRoot != true, field error list: [spec.containers[0].securityContext.runAsNonRoot: Required value])`;
    const report = reportWith({ policy: 'pss', rule: 'restricted', message });
    expect(problems([report])).toEqual(['host-namespaces', 'run-as-non-root']);
  });

  it('keeps the severity that an engine gives, and tells what it knows of other policies', () => {
    const report = reportWith(
      { severity: 'low' },
      { policy: 'costs', rule: 'centre', message: 'no cost centre\nat all' },
      { policy: 'costs', rule: 'centre' },
    );
    expect(
      policyFindings(report).map(({ id, severity, title, remediation }) => ({
        id,
        severity,
        title,
        hasRemediation: remediation !== undefined,
      })),
    ).toEqual([
      {
        id: 'latest-tag',
        severity: 'low',
        title: controlById('latest-tag')?.title,
        hasRemediation: true,
      },
      {
        id: 'kyverno|costs|centre',
        severity: 'unknown',
        title: 'no cost centre',
        hasRemediation: false,
      },
      {
        id: 'kyverno|costs|centre',
        severity: 'unknown',
        title: 'costs: centre',
        hasRemediation: false,
      },
    ]);
  });

  it('repeats no finding that a source made of its results itself', () => {
    const [report] = parse(policyReportSource, {
      apiVersion: 'wgpolicyk8s.io/v1alpha2',
      kind: 'PolicyReport',
      metadata: { name: 'r', namespace: 'shop' },
      scope: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'api',
        namespace: 'shop',
      },
      results: [
        {
          source: 'kyverno',
          policy: 'Disallow-Latest-Tag',
          rule: 'autogen-validate-image-tag',
          result: 'fail',
          message: 'no',
        },
        { source: 'image-scanner', policy: 'CVE-2026-1', result: 'fail' },
        {
          source: 'trivy',
          policy: 'openssl: too long',
          category: 'openssl',
          result: 'warn',
          properties: { vulnerabilityID: 'CVE-2026-2' },
        },
      ],
    });
    expect(report.findings.map(({ kind }) => kind)).toEqual([
      'misconfiguration',
      'vulnerability',
      'vulnerability',
    ]);
    expect(policyFindings(report)).toEqual([]);
  });

  it('leaves the violations of RHACS to its own findings, and what it blocked out', () => {
    const policy = {
      name: 'Privileged Container',
      severity: 'MEDIUM_SEVERITY',
    };
    const deployment = { name: 'api', type: 'Deployment', namespace: 'shop' };
    const alert = {
      id: 'a',
      policy,
      deployment,
      violations: [{ message: 'm' }],
    };
    const reports = parse(
      stackroxSource,
      { alert },
      { alert: { ...alert, id: 'b', state: 'ATTEMPTED' } },
    );
    expect(reports.flatMap(policyFindings)).toEqual([]);
    expect(reports.flatMap(({ findings }) => findings)).toHaveLength(1);
  });
});

describe('passesOf', () => {
  it('joins passes by the same problems as findings', () => {
    const report = reportWith(
      { outcome: 'pass', action: 'allow' },
      { policy: 'costs', rule: 'centre', outcome: 'pass', action: 'allow' },
      // Not known to be about an owner: the message would have to say so.
      { policy: 'require-labels', outcome: 'pass', action: 'allow' },
      { policy: 'asked', outcome: 'pass', action: 'allow', eventId: 'e#0' },
      { policy: 'fails' },
    );
    report.passes.push(
      { id: 'kyverno/disallow-latest-tag', title: 'again' },
      {
        id: 'kyverno/require-ro-rootfs/validate-readonlyrootfilesystem',
        container: 'app',
      },
    );
    expect(passesOf(report)).toEqual([
      {
        subject: shop,
        control: 'latest-tag',
        reportedId: 'kyverno/disallow-latest-tag',
        title: controlById('latest-tag')?.title,
      },
      {
        subject: shop,
        control: 'read-only-root-filesystem',
        reportedId: 'kyverno/require-ro-rootfs/validate-readonlyrootfilesystem',
        title: controlById('read-only-root-filesystem')?.title,
        container: 'app',
      },
      {
        subject: shop,
        control: 'kyverno|costs|centre',
        reportedId: 'kyverno/costs/centre',
        title: 'costs: centre',
      },
      {
        subject: shop,
        control: 'kyverno|require-labels',
        reportedId: 'kyverno/require-labels',
        title: 'require-labels',
      },
    ]);
  });

  it('takes what RHACS resolved for a pass of the control', () => {
    const [report] = parse(stackroxSource, {
      alert: {
        id: 'a',
        policy: { name: 'Privileged Container' },
        deployment: { name: 'api', type: 'Deployment', namespace: 'shop' },
        violations: [],
        state: 'RESOLVED',
        resolvedAt: '2026-10-01T11:00:00Z',
      },
    });
    expect(passesOf(report).map(({ control }) => control)).toEqual([
      'privileged',
    ]);
  });
});
