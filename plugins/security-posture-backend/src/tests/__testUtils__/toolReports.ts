import {
  digest,
  type ExampleImage,
  type ExampleVulnerability,
} from './reports';

const usual = {
  image: 'ghcr.io/acme/shop',
  tag: '1.4',
  letter: 'a',
} satisfies ExampleImage;

export interface ExampleMatch extends ExampleVulnerability {
  /** Other names of it, as `relatedVulnerabilities` lists them. */
  related?: string[];
  /** Type and package URL without version, where it is no Debian package. */
  type?: string;
  purl?: string;
  epss?: number;
  knownExploited?: boolean;
  /** Of CVSS 3.1. */
  vector?: string;
}

/** A scan as `grype -o json` writes it. */
export function grypeScan(
  matches: ExampleMatch[],
  {
    at = '2026-11-20T10:30:00Z',
    ignored = [] as ExampleMatch[],
    ...where
  }: ExampleImage & { at?: string; ignored?: ExampleMatch[] } = {},
) {
  const { image, tag, letter } = { ...usual, ...where };
  return {
    matches: matches.map(grypeMatch),
    ...(ignored.length > 0
      ? {
          ignoredMatches: ignored.map(match => ({
            ...grypeMatch(match),
            appliedIgnoreRules: [
              { vulnerability: match.id, reason: 'Not reachable' },
            ],
          })),
        }
      : {}),
    source: {
      type: 'image',
      target: {
        userInput: `${image}:${tag}`,
        imageID: digest('0'),
        manifestDigest: digest(letter),
        tags: [`${image}:${tag}`],
        repoDigests: [`${image}@${digest(letter)}`],
      },
    },
    distro: { name: 'debian', version: '12', idLike: [] },
    descriptor: { name: 'grype', version: '0.94.0', timestamp: at },
  };
}

function grypeMatch({
  id,
  pkg,
  version = '1.0',
  fixed,
  severity = 'High',
  description = `A flaw of ${pkg}`,
  related = [],
  type = 'deb',
  purl = `pkg:deb/debian/${pkg}`,
  epss,
  knownExploited,
  vector,
}: ExampleMatch) {
  const [cve = id] = [id, ...related].filter(name => name.startsWith('CVE-'));
  return {
    vulnerability: {
      id,
      dataSource: `https://vulnerabilities.example/${id}`,
      namespace: 'debian:distro:debian:12',
      severity,
      urls: [],
      description,
      cvss: vector
        ? [{ version: '3.1', vector, metrics: { baseScore: 9.8 } }]
        : [],
      ...(epss === undefined
        ? {}
        : { epss: [{ cve, epss, percentile: 0.99, date: '2026-11-01' }] }),
      ...(knownExploited
        ? {
            knownExploited: [
              { cve, dateAdded: '2026-10-20', dueDate: '2026-11-10' },
            ],
          }
        : {}),
      fix: {
        versions: fixed ? [fixed] : [],
        state: fixed ? 'fixed' : 'not-fixed',
      },
      advisories: [],
    },
    relatedVulnerabilities: related.map(name => ({
      id: name,
      dataSource: `https://vulnerabilities.example/${name}`,
      namespace: 'nvd:cpe',
      severity,
      cvss: [],
    })),
    matchDetails: [{ type: 'exact-direct-match', matcher: 'dpkg-matcher' }],
    artifact: {
      id: pkg,
      name: pkg,
      version,
      type,
      locations: [{ path: '/var/lib/dpkg/status' }],
      licenses: [],
      cpes: [],
      purl: `${purl}@${version}`,
      upstreams: [],
    },
  };
}

/** A result of Trivy about the jars in an image. */
export function trivyJars(
  vulnerabilities: (ExampleVulnerability & { purl: string })[],
) {
  return {
    Target: 'Java',
    Class: 'lang-pkgs',
    Type: 'jar',
    Vulnerabilities: vulnerabilities.map(
      ({ id, pkg, purl, version = '1.0', fixed, severity = 'HIGH' }) => ({
        VulnerabilityID: id,
        PkgName: pkg,
        PkgPath: `app/lib/${pkg.split(':').pop()}.jar`,
        PkgIdentifier: { PURL: `${purl}@${version}` },
        InstalledVersion: version,
        ...(fixed ? { FixedVersion: fixed, Status: 'fixed' } : {}),
        Severity: severity,
        Title: `${pkg}: ${id}`,
      }),
    ),
  };
}

/** A result of Trivy about secrets in the files of an image. */
export function trivySecrets(targets: string[]) {
  return targets.map(target => ({
    Target: target,
    Class: 'secret',
    Secrets: [
      {
        RuleID: 'aws-access-key-id',
        Category: 'AWS',
        Severity: 'CRITICAL',
        Title: 'AWS Access Key ID',
        StartLine: 1,
        EndLine: 1,
        Match: 'AWS_ACCESS_KEY_ID=********************',
      },
    ],
  }));
}

export interface ExampleReplicaSet extends ExampleImage {
  namespace?: string;
  replicaSet?: string;
  container?: string;
  at?: string;
}

/** A VulnerabilityReport as trivy-operator keeps it in the cluster. */
export function vulnerabilityReport(
  vulnerabilities: ExampleVulnerability[],
  {
    at = '2026-11-20T11:00:00Z',
    namespace = 'shop',
    replicaSet = 'shop-7d9c8f5b6',
    container = 'app',
    ...where
  }: ExampleReplicaSet = {},
) {
  const { image, tag, letter } = { ...usual, ...where };
  const [server, ...repository] = image.split('/');
  return {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    kind: 'VulnerabilityReport',
    metadata: {
      name: `replicaset-${replicaSet}-${container}`,
      namespace,
      labels: {
        'trivy-operator.container.name': container,
        'trivy-operator.resource.kind': 'ReplicaSet',
        'trivy-operator.resource.name': replicaSet,
        'trivy-operator.resource.namespace': namespace,
      },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: replicaSet },
      ],
    },
    report: {
      updateTimestamp: at,
      scanner: { name: 'Trivy', vendor: 'Aqua Security', version: '0.69.1' },
      registry: { server },
      artifact: {
        repository: repository.join('/'),
        tag,
        digest: digest(letter),
      },
      os: { family: 'debian', name: '12.5' },
      summary: {},
      vulnerabilities: vulnerabilities.map(
        ({
          id,
          pkg,
          version = '1.0',
          fixed = '',
          severity = 'HIGH',
          title = `${pkg}: ${id}`,
        }) => ({
          vulnerabilityID: id,
          resource: pkg,
          installedVersion: version,
          fixedVersion: fixed,
          severity,
          title,
          class: 'os-pkgs',
          packagePURL: `pkg:deb/debian/${pkg}@${version}?arch=amd64`,
          target: `${image}:${tag} (debian 12.5)`,
        }),
      ),
    },
  };
}

/** The same as the operator's webhook sends it: without kind and apiVersion. */
export function webhook(
  verb: 'update' | 'delete',
  {
    kind,
    apiVersion,
    ...operatorObject
  }: ReturnType<typeof vulnerabilityReport>,
) {
  return { verb, operatorObject };
}

/** A Deployment as `kubectl get -o json` prints it. */
export function deployment({
  name = 'shop',
  namespace = 'shop',
  ...where
}: ExampleImage & { name?: string; namespace?: string } = {}) {
  const { image, tag, letter } = { ...usual, ...where };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            { name: 'app', image: `${image}:${tag}@${digest(letter)}` },
          ],
        },
      },
    },
  };
}

/** A report of Kyverno's background scan about one object. */
export function kyvernoReport(
  scope: { kind: string; name: string; namespace?: string },
  results: {
    policy: string;
    rule?: string;
    result: string;
    severity?: string;
    message?: string;
    properties?: Record<string, string>;
  }[],
  { at = '2026-11-20T12:00:00Z' } = {},
) {
  const { kind, name, namespace = 'shop' } = scope;
  return {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    metadata: {
      name: `${kind}-${name}`.toLowerCase(),
      namespace,
      generation: 2,
      labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
    },
    scope: {
      apiVersion: kind === 'Pod' ? 'v1' : 'apps/v1',
      kind,
      name,
      namespace,
    },
    results: results.map(
      ({ policy, rule = policy, result, severity = 'medium', ...rest }) => ({
        source: 'kyverno',
        policy,
        rule,
        result,
        severity,
        scored: true,
        message: `${policy} says ${result}`,
        timestamp: { seconds: Date.parse(at) / 1000, nanos: 0 },
        ...rest,
      }),
    ),
    summary: {},
  };
}

/** An event as Falco sends it, with fields of one's own. */
export function falcoEvent(
  time: string,
  {
    rule = 'Terminal shell in container',
    priority = 'Critical',
    pod = 'shop-7d9c8f5b6-x2k4t',
    namespace = 'shop',
    container = 'app',
    fields = {} as Record<string, string>,
  } = {},
) {
  return {
    hostname: 'node1',
    output: `${time}: ${priority} ${rule} (pod=${pod})`,
    priority,
    rule,
    source: 'syscall',
    tags: ['container'],
    time,
    output_fields: {
      'container.name': container,
      'k8s.ns.name': namespace,
      'k8s.pod.name': pod,
      'proc.exepath': '/bin/sh',
      'user.name': 'root',
      ...fields,
    },
  };
}
