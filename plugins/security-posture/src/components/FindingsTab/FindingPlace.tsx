import type { Finding } from 'backstage-plugin-security-posture-common';
import { SubjectName } from '../SubjectName';
import { TwoLines } from '../TwoLines';

/** The package and where it lies, else the file, else the thing itself. */
export function FindingPlace({ finding }: { finding: Finding }) {
  const { package: pkg, path, container, subject } = finding;
  const name = <SubjectName subject={subject} />;
  if (pkg) {
    const version = pkg.version ? ` ${pkg.version}` : '';
    return <TwoLines second={pkg.path ?? name}>{pkg.name + version}</TwoLines>;
  }
  if (path) return <TwoLines second={name}>{path}</TwoLines>;
  return <TwoLines second={container}>{name}</TwoLines>;
}
