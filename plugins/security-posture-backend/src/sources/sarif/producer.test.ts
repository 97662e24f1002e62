import { run } from './__fixtures__/parseFixture';

describe('sarifSource tells producers apart', () => {
  it.each([
    ['gitleaks', 'r', 'secret'],
    ['checkov', 'CKV_DOCKER_3', 'misconfiguration'],
    ['checkov', 'CKV_SECRET_6', 'secret'],
    ['KICS', 'x', 'misconfiguration'],
    ['Semgrep OSS', 'x', 'code'],
    ['Semgrep OSS', 'CVE-2031-1000', 'vulnerability'],
    ['SnykCode', 'x', 'code'],
    ['Snyk IaC', 'SNYK-CC-1', 'misconfiguration'],
    ['Snyk Open Source', 'SNYK-JS-A-1', 'vulnerability'],
    ['osv-scanner', 'GO-2031-1', 'vulnerability'],
    ['no one knows it', 'x', 'code'],
    ['CVE tool', '__proto__', 'code'],
  ])('%s with %s is %s', (name, ruleId, kind) => {
    expect(run({ name }, { ruleId, message: { text: 'm' } }).read).toEqual({
      [kind]: 1,
    });
  });

  it('reads what OSV-Scanner, Snyk, govulncheck and Dependency-Track say of packages', () => {
    const [osv] = run(
      { name: 'osv-scanner' },
      {
        ruleId: 'CVE-2031-4000',
        message: {
          text: "Package 'regex@1.5.1' is vulnerable to 'CVE-2031-4000' (also known as 'RUSTSEC-2031-0013', 'GHSA-8888-9999-aaaa').",
        },
      },
    ).findings;
    expect(osv).toMatchObject({
      id: 'CVE-2031-4000',
      aliases: ['RUSTSEC-2031-0013', 'GHSA-8888-9999-aaaa'],
      package: { name: 'regex', version: '1.5.1' },
    });
    const rule = {
      id: 'SNYK-DEBIAN13-APT-1',
      fullDescription: { text: '(CVE-2031-4001) apt/libapt@2.6.1' },
      properties: { tags: ['security', 'CWE-347', 'deb'] },
    };
    const snyk = run(
      { name: 'Snyk Container', rules: [rule] },
      {
        ruleId: rule.id,
        level: 'note',
        message: { text: 'This file introduces a vulnerable apt package with' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: `acme/shop@sha256_${'f'.repeat(64)}` },
            },
          },
        ],
      },
    );
    expect(snyk.subject).toEqual({
      kind: 'image',
      name: 'docker.io/acme/shop',
      digest: `sha256:${'f'.repeat(64)}`,
    });
    expect(snyk.findings).toMatchObject([
      {
        id: 'SNYK-DEBIAN13-APT-1',
        aliases: ['CVE-2031-4001'],
        severity: 'low',
        package: {
          name: 'libapt',
          sourceName: 'apt',
          version: '2.6.1',
          type: 'deb',
        },
        cwes: ['CWE-347'],
      },
    ]);
    const [go] = run(
      {
        name: 'govulncheck',
        rules: [{ id: 'GO-2031-1', properties: { tags: ['CVE-2031-4002'] } }],
      },
      {
        ruleId: 'GO-2031-1',
        level: 'error',
        message: {
          text: 'Your code calls vulnerable functions in 1 package (golang.org/x/text).',
        },
      },
    ).findings;
    expect(go).toMatchObject({
      aliases: ['CVE-2031-4002'],
      package: { name: 'golang.org/x/text', type: 'golang' },
      reachable: true,
    });
    const [track] = run(
      { name: 'OWASP Dependency-Track' },
      {
        ruleId: 'INT-1',
        level: 'error',
        message: { text: 'm' },
        locations: [
          {
            logicalLocations: [
              { fullyQualifiedName: 'pkg:maven/org.acme/cart@1.2?type=jar' },
            ],
          },
        ],
        properties: { cwes: [{ cweId: '80' }] },
      },
    ).findings;
    expect(track).toMatchObject({
      package: { name: 'org.acme:cart', version: '1.2', type: 'maven' },
      cwes: ['CWE-80'],
    });
  });
});
