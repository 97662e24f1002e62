import { plainText } from 'backstage-plugin-security-posture-node';
import { packageType, packageUrl } from './packageType';
import type { Place } from './place';
import type { Package } from './schema';

/** Keeps one package, and the name of its source package for the vulnerabilities. */
export function keepPackage(found: Package, place: Place): string | void {
  const name = plainText(found.Name, 1000);
  if (name === '') return 'Name: expected printable characters';
  if (found.ID && found.SrcName) {
    place.sourceNames.set(found.ID, plainText(found.SrcName, 1000));
  }
  const purl = packageUrl(found.Identifier?.PURL);
  const type = packageType(purl, place.type);
  const version = versionOf(found);
  const path = found.FilePath ? plainText(found.FilePath, 1000) : place.file;
  place.builder.report.packages.push({
    subject: place.subject,
    name,
    version: version || undefined,
    purl,
    type: type || undefined,
    path: path || undefined,
    licences: found.Licenses.slice(0, 50)
      .map(text => plainText(text, 300))
      .filter(text => text !== ''),
  });
  return undefined;
}

/** As Trivy writes it in its vulnerabilities: `epoch:version-release`. */
function versionOf(found: Package): string | undefined {
  if (!found.Version) return undefined;
  const epoch = found.Epoch ? `${found.Epoch}:` : '';
  const release = found.Release ? `-${found.Release}` : '';
  return plainText(`${epoch}${found.Version}${release}`, 200);
}
