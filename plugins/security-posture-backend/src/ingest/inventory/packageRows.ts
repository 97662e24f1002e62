import {
  plainText,
  type SourcePackage,
} from 'backstage-plugin-security-posture-node';
import { createHash } from 'node:crypto';
import { attackerToolNames } from '../../model/facts/attackerTools';
import { fingerprint } from '../../model/fingerprint';
import { packageKey } from '../../model/packageKey';
import { packageOrigin } from '../../model/packageOrigin';
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
      const list = lists.get(id) ?? emptyList(subjectId, digest);
      add(list, found);
      lists.set(id, list);
    }
    for (const [id, { subjectId, digest, lines, ...list }] of lists) {
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
          notable: JSON.stringify([...list.notable].sort()),
          of_system: list.system,
          of_languages: list.language,
          listed_at: at,
        },
        packages: () =>
          sorted.map((line, position) => rowOf(id, line, position)),
      });
    }
  }
  return newest.rows();
}

const tools = new Set(attackerToolNames);

interface PackageList {
  subjectId: string;
  digest: string;
  /** Packages as text, each once: an image that runs twice is scanned twice. */
  lines: Set<string>;
  /** How many of them are of the distribution, of languages, of neither. */
  system: number;
  language: number;
  other: number;
  /** Names of those that attackers use. */
  notable: Set<string>;
}

function emptyList(subjectId: string, digest: string): PackageList {
  const counts = { system: 0, language: 0, other: 0 };
  return { subjectId, digest, lines: new Set(), ...counts, notable: new Set() };
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

/** Notes what is asked of every list, so that nobody has to read all of its packages. */
function add(list: PackageList, found: SourcePackage): void {
  const line = lineOf(found);
  if (list.lines.has(line)) return;
  list.lines.add(line);
  const key = packageKey(found);
  const origin = packageOrigin(found.type ?? key.slice(0, key.indexOf('/')));
  list[origin] += 1;
  const name = found.name.toLowerCase();
  // A library that is called `curl` or `make` is not the tool.
  if (origin !== 'language' && tools.has(name)) list.notable.add(name);
}

function hashOf(lines: string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('base64url');
}
