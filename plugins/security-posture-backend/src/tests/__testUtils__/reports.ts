/** A digest that a reader can tell from others: one letter or figure, 64 times. */
export const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

export interface ExampleVulnerability {
  id: string;
  pkg: string;
  version?: string;
  fixed?: string;
  severity?: string;
  title?: string;
  description?: string;
}

/** An image as it was pulled. */
export interface ExampleImage {
  image?: string;
  tag?: string;
  /** Of the digest. */
  letter?: string;
}

/** A part of a scan beside the packages of the distribution. */
export type ExampleResult = { Target: string; Class: string } & (
  | { Type: string; Vulnerabilities: object[] }
  | { Secrets: object[] }
);

/** A scan as `trivy image -f json` writes it. */
export function trivyScan(
  vulnerabilities: ExampleVulnerability[],
  {
    at = '2026-11-20T10:00:00Z',
    image = 'ghcr.io/acme/shop',
    tag = '1.4',
    letter = 'a',
    results = [] as ExampleResult[],
  }: ExampleImage & { at?: string; results?: ExampleResult[] } = {},
) {
  return {
    SchemaVersion: 2,
    Trivy: { Version: '0.69.1' },
    CreatedAt: at,
    ArtifactName: `${image}:${tag}`,
    ArtifactType: 'container_image',
    Metadata: {
      OS: { Family: 'debian', Name: '12.5' },
      RepoTags: [`${image}:${tag}`],
      RepoDigests: [`${image}@${digest(letter)}`],
    },
    Results: [
      {
        Target: `${image}:${tag} (debian 12.5)`,
        Class: 'os-pkgs',
        Type: 'debian',
        Vulnerabilities: vulnerabilities.map(
          ({
            id,
            pkg,
            version = '1.0',
            fixed,
            severity = 'HIGH',
            title = `${pkg}: ${id}`,
            description,
          }) => ({
            VulnerabilityID: id,
            PkgName: pkg,
            PkgIdentifier: { PURL: `pkg:deb/debian/${pkg}@${version}` },
            InstalledVersion: version,
            ...(fixed ? { FixedVersion: fixed, Status: 'fixed' } : {}),
            Severity: severity,
            Title: title,
            ...(description ? { Description: description } : {}),
            References: ['https://example.com/advisory', 'javascript:alert(1)'],
          }),
        ),
      },
      ...results,
    ],
  };
}

/** A report as Kyverno writes it for one Deployment. */
export function policyReport(results: [policy: string, result: string][]) {
  return {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    metadata: { name: 'a', namespace: 'shop' },
    scope: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'shop',
      namespace: 'shop',
    },
    results: results.map(([policy, result]) => ({
      source: 'kyverno',
      policy,
      rule: policy,
      result,
      severity: 'high',
      scored: true,
      message: `${policy} says ${result}`,
      timestamp: { seconds: 1795168800, nanos: 0 },
    })),
    summary: {},
  };
}

/** Events as Falco sends them, one a line. */
export function falcoEvents(times: string[], pod = 'shop-7d9c8f5b6-x2k4t') {
  return times
    .map(time =>
      JSON.stringify({
        hostname: 'node1',
        output: `${time}: Notice A shell was spawned in a container`,
        priority: 'Critical',
        rule: 'Terminal shell in container',
        source: 'syscall',
        tags: ['container', 'mitre_execution'],
        time,
        output_fields: {
          'container.image.repository': 'ghcr.io/acme/shop',
          'container.image.tag': '1.4',
          'container.name': 'app',
          'k8s.ns.name': 'shop',
          'k8s.pod.name': pod,
          'proc.exepath': '/bin/sh',
          'user.name': 'root',
        },
      }),
    )
    .join('\n');
}
