import {
  firstLine,
  plainText,
  readLinks,
  readSeverity,
} from 'backstage-plugin-security-posture-node';
import { packageType } from './packageType';
import { type Place, sharedFields } from './place';
import type { Licence } from './schema';

/** Keeps one licence of a package or a file, or says why not. */
export function keepLicence(found: Licence, place: Place): string | void {
  const licence = plainText(found.Name, 300);
  if (licence === '') return 'Name: expected printable characters';
  const packageName = found.PkgName ? plainText(found.PkgName, 1000) : '';
  const path = found.FilePath ? plainText(found.FilePath, 1000) : place.file;
  const type = packageType(undefined, place.type);
  const holder = packageName || path;
  place.builder.report.findings.push({
    kind: 'licence',
    ...sharedFields(place),
    licence,
    severity: readSeverity(found.Severity),
    title: firstLine(holder ? `${licence} in ${holder}` : licence),
    references: readLinks([found.Link]),
    ...(packageName
      ? { package: { name: packageName, ...(type ? { type } : {}) } }
      : {}),
    ...(path ? { path } : {}),
    ...(found.Category ? { category: plainText(found.Category, 200) } : {}),
  });
  return undefined;
}
