import {
  plainText,
  type SourcePackage,
} from 'backstage-plugin-security-posture-node';
import { createHash } from 'node:crypto';
import { fingerprint } from '../../model/fingerprint';
import { packageKey } from '../../model/packageKey';
import { storedSubject } from '../../model/subject';
import type { ListedInventory } from '../../store/operations/saveInventories';
import { artifactOf, Newest, type InventoryReport } from './inventoryReport';

/**
 * The lists of packages of some reports: the newest of each source for each
 * artifact. A report without packages says nothing about them.
 */
export function packageRows(reports: InventoryReport[]): ListedInventory[] {
  const newest = new Newest<ListedInventory>();
  for (const told of reports) {
    const { id: reportId, sourceId, at, report } = told;
    const lists = new Map<string, PackageList>();
    for (const found of report.packages) {
      const subject = found.subject ?? report.subject;
      const digest = artifactOf(subject, told);
      const subjectId = storedSubject(subject).id;
      const id = fingerprint('inventory', subjectId, digest, sourceId);
      const list = lists.get(id) ?? { subjectId, digest, lines: new Set() };
      list.lines.add(lineOf(found));
      lists.set(id, list);
    }
    for (const [id, { subjectId, digest, lines }] of lists) {
      const sorted = [...lines].sort();
      newest.set(id, at, {
        inventory: {
          id,
          subject_id: subjectId,
          digest,
          source: sourceId,
          report_id: reportId,
          content_hash: hashOf(sorted),
          total: sorted.length,
          listed_at: at,
        },
        packages: () =>
          sorted.map((line, position) => rowOf(id, line, position)),
      });
    }
  }
  return newest.rows();
}

interface PackageList {
  subjectId: string;
  digest: string;
  /** Packages as text, each once: an image that runs twice is scanned twice. */
  lines: Set<string>;
}

type Line = [
  name: string,
  type: string | null,
  version: string | null,
  path: string | null,
  licences: string[],
  key: string,
];

function lineOf(found: SourcePackage): string {
  const optional = (value: string | undefined, length: number) =>
    value ? plainText(value, length) : null;
  const line: Line = [
    plainText(found.name, 500),
    optional(found.type, 100),
    optional(found.version, 300),
    optional(found.path, 1000),
    found.licences.slice(0, 50).map(licence => plainText(licence, 300)),
    plainText(packageKey(found), 500),
  ];
  return JSON.stringify(line);
}

function rowOf(inventoryId: string, text: string, position: number) {
  const line: Line = JSON.parse(text);
  const [name, type, version, path, licences, key] = line;
  return {
    inventory_id: inventoryId,
    position,
    package_key: key,
    name,
    version: version ?? undefined,
    type: type ?? undefined,
    path: path ?? undefined,
    licences: JSON.stringify(licences),
  };
}

function hashOf(lines: string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('base64url');
}
