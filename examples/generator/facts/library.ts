import { libraryAdvisories } from './advisories/libraries';
import { readLines } from './readLines';

export interface Library {
  name: string;
  version: string;
}

export interface LibraryAdvisory {
  id: string;
  ecosystem: string;
  /** The word of the database, where it has one. */
  severity?: string;
  fixed?: string;
}

export function readLibraries(table: string): Library[] {
  return readLines(table).map(line => {
    const [name, version] = line.split(' ');
    return { name, version };
  });
}

/** A list of libraries with some of them in other versions. */
export function updated(table: string, changes: string): string {
  const newer = new Map(
    readLibraries(changes).map(({ name, version }) => [name, version]),
  );
  return readLibraries(table)
    .map(({ name, version }) => `${name} ${newer.get(name) ?? version}`)
    .join('\n');
}

const byLibrary = new Map<string, LibraryAdvisory[]>();
for (const line of readLines(libraryAdvisories)) {
  const [ecosystem, id, severity, name, fixed, versions] = line.split('|');
  for (const version of versions.split(',')) {
    const key = keyOf(ecosystem, { name, version });
    const advisories = byLibrary.get(key) ?? [];
    advisories.push({
      id,
      ecosystem,
      ...(severity === '' ? {} : { severity }),
      ...(fixed === '-' ? {} : { fixed }),
    });
    byLibrary.set(key, advisories);
  }
}

/** The advisories of an ecosystem that speak of a library. */
export function advisoriesOf(
  ecosystem: string,
  library: Library,
): LibraryAdvisory[] {
  return byLibrary.get(keyOf(ecosystem, library)) ?? [];
}

function keyOf(ecosystem: string, { name, version }: Library): string {
  return `${ecosystem} ${name} ${version}`;
}
