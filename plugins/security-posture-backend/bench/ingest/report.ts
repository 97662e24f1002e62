/** A Trivy report of one image, in the shape and width that Trivy writes. */
export interface ScanOptions {
  image: string;
  vulnerabilities: number;
  at: string;
  /** Share of the vulnerabilities that the scan shows with another version. */
  changed?: number;
}

const REFERENCES = 6;

/** About 2.5 KB for each vulnerability, as in reports of real images. */
export function scanOf(options: ScanOptions): Buffer {
  const { image, vulnerabilities, at, changed = 0 } = options;
  const digest = `sha256:${'a'.repeat(64)}`;
  const every = changed > 0 ? Math.round(1 / changed) : 0;
  return Buffer.from(
    JSON.stringify({
      SchemaVersion: 2,
      Trivy: { Version: '0.69.1' },
      CreatedAt: at,
      ArtifactName: `${image}:1.0`,
      ArtifactType: 'container_image',
      Metadata: {
        OS: { Family: 'debian', Name: '12.5' },
        RepoTags: [`${image}:1.0`],
        RepoDigests: [`${image}@${digest}`],
      },
      Results: [
        {
          Target: `${image}:1.0 (debian 12.5)`,
          Class: 'os-pkgs',
          Type: 'debian',
          Vulnerabilities: Array.from({ length: vulnerabilities }, (_, index) =>
            vulnerability(index, every > 0 && index % every === 0),
          ),
        },
      ],
    }),
  );
}

function vulnerability(index: number, isChanged: boolean) {
  const id = `CVE-${2015 + (index % 11)}-${10_000 + index}`;
  const name = `lib${(index * 7919) % 1009}-${index % 37}`;
  const version = isChanged ? '1.2.4-1' : '1.2.3-1';
  return {
    VulnerabilityID: id,
    PkgID: `${name}@${version}`,
    PkgName: name,
    PkgIdentifier: {
      PURL: `pkg:deb/debian/${name}@${version}?arch=amd64&distro=debian-12.5`,
      UID: index.toString(16).padStart(16, '0'),
    },
    InstalledVersion: version,
    FixedVersion: index % 3 === 0 ? '1.3.0-1' : undefined,
    Status: index % 3 === 0 ? 'fixed' : 'affected',
    Layer: { DiffID: `sha256:${'b'.repeat(64)}` },
    SeveritySource: 'debian',
    PrimaryURL: `https://avd.aquasec.com/nvd/${id.toLowerCase()}`,
    DataSource: {
      ID: 'debian',
      Name: 'Debian Security Tracker',
      URL: 'https://salsa.debian.org/security-tracker-team/security-tracker',
    },
    Title: `${name}: out-of-bounds read while parsing a crafted header (${index})`,
    Description: `A flaw was found in ${name}. ${'A crafted file makes the parser read beyond the end of a buffer, which can crash the process or disclose memory. '.repeat(
      5,
    )}`,
    Severity: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'][index % 4],
    CweIDs: ['CWE-125'],
    VendorSeverity: { debian: 2, nvd: 3, redhat: 2 },
    CVSS: {
      nvd: {
        V3Vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H',
        V3Score: 8.8,
      },
      redhat: {
        V3Vector: 'CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H',
        V3Score: 5.5,
      },
    },
    References: Array.from(
      { length: REFERENCES },
      (_, at) => `https://security.example/advisories/${id}/${at}`,
    ),
    PublishedDate: '2024-03-01T10:15:00Z',
    LastModifiedDate: '2025-01-01T10:15:00Z',
  };
}
