import { readLines } from '../facts/readLines';
import { findVulnerability, severityOf } from '../facts/vulnerability';
import { digest } from '../identifiers';
import { countsOf, goJson } from './trivyReport';
import type { ExampleReport } from '../report';
import type { TrivyResult } from './model';

/** Packages of Debian 10.8: vulnerability, package, version, fixed (`-`: none). */
const SYSTEM = `
CVE-2018-12886 gcc-8-base 8.3.0-6 -
CVE-2018-12886 libgcc1 1:8.3.0-6 -
CVE-2018-12886 libstdc++6 8.3.0-6 -
CVE-2019-15847 gcc-8-base 8.3.0-6 -
CVE-2019-15847 libgcc1 1:8.3.0-6 -
CVE-2019-15847 libstdc++6 8.3.0-6 -
CVE-2019-25013 libc-bin 2.28-10 -
CVE-2019-25013 libc6 2.28-10 -
CVE-2020-1751 libc-bin 2.28-10 -
CVE-2020-1751 libc6 2.28-10 -
CVE-2020-1752 libc-bin 2.28-10 -
CVE-2020-1752 libc6 2.28-10 -
CVE-2020-10029 libc-bin 2.28-10 -
CVE-2020-10029 libc6 2.28-10 -
CVE-2021-3326 libc-bin 2.28-10 -
CVE-2021-3326 libc6 2.28-10 -
CVE-2019-13627 libgcrypt20 1.8.4-5 -
CVE-2020-24659 libgnutls30 3.6.7-4+deb10u6 3.6.7-4+deb10u7
CVE-2021-20231 libgnutls30 3.6.7-4+deb10u6 3.6.7-4+deb10u7
CVE-2019-12290 libidn2-0 2.0.5-1+deb10u1 -
CVE-2020-14155 libpcre3 2:8.39-12 -
CVE-2021-3449 libssl1.1 1.1.1d-0+deb10u4 1.1.1d-0+deb10u6
CVE-2021-3711 libssl1.1 1.1.1d-0+deb10u4 1.1.1d-0+deb10u7
CVE-2019-3843 libsystemd0 241-7~deb10u6 -
CVE-2019-3844 libsystemd0 241-7~deb10u6 -
CVE-2019-3843 libudev1 241-7~deb10u6 -
CVE-2019-3844 libudev1 241-7~deb10u6 -
`;

const LIBRARIES = `
CVE-2015-7501 commons-collections:commons-collections 3.2.1 3.2.2
CVE-2017-5638 org.apache.struts:struts2-core 2.3.31 2.3.32, 2.5.10.1
`;

/** What `trivy image --format json` wrote before 0.20: an array, no more. */
export function arrayScan(options: {
  file: string;
  at: Date;
  components: string[];
  image: string;
  archive: string;
  /** The array itself names no image. */
  entityRef: string;
}): ExampleReport {
  const { image } = options;
  const system = options.image.concat(' (debian 10.8)');
  const results = [
    result(system, 'debian', SYSTEM, digest(`layer ${image} 0`)),
    result(options.archive, 'jar', LIBRARIES, digest(`layer ${image} 1`)),
  ];
  const counts = countsOf(results as unknown as TrivyResult[]);
  return {
    file: options.file,
    at: options.at,
    components: options.components,
    body: `${goJson(results, 2)}\n`,
    counts: { ...counts, packages: 0 },
    sender: { entityRef: options.entityRef, scanners: ['vulnerability'] },
  };
}

function result(target: string, type: string, rows: string, layer: string) {
  return {
    Target: target,
    Type: type,
    Vulnerabilities: readLines(rows).map(row => {
      const [id, name, version, ...fixed] = row.split(' ');
      const facts = findVulnerability(id);
      return {
        VulnerabilityID: id,
        PkgName: name,
        InstalledVersion: version,
        ...(fixed[0] === '-' ? {} : { FixedVersion: fixed.join(' ') }),
        Layer: { DiffID: layer },
        SeveritySource: 'nvd',
        PrimaryURL: `https://avd.aquasec.com/nvd/${id.toLowerCase()}`,
        Title: facts.title,
        Description: facts.text,
        Severity: severityOf(facts),
        CweIDs: facts.weaknesses,
        CVSS: { nvd: { V3Vector: facts.vector, V3Score: facts.score } },
        References: [`https://nvd.nist.gov/vuln/detail/${id}`],
        PublishedDate: facts.published,
      };
    }),
  };
}
