import { advisoriesOf, readLibraries, type Library } from '../facts/library';
import { fileDigest, packageUid } from '../identifiers';
import type { TrivyLayer, TrivyPackage, TrivyResult } from './model';
import { sorted, vulnerability } from './vulnerability';

/** A set of libraries in an image or a repository. */
export interface LibrarySet {
  /** Type of the result. */
  type: 'gobinary' | 'jar' | 'node-pkg' | 'npm' | 'python-pkg';
  /** Rows of `name version`. */
  libraries: string;
  /** The archive, binary, folder or lock file that they were found in. */
  path: string;
}

const TARGETS: Record<string, string> = {
  jar: 'Java',
  'node-pkg': 'Node.js',
  'python-pkg': 'Python',
};

/** The result of class `lang-pkgs` for one set of libraries. */
export function libraryPackages(
  set: LibrarySet,
  report: string,
  layer?: TrivyLayer,
): TrivyResult {
  const installed = readLibraries(set.libraries).map(library => ({
    library,
    found: libraryPackage(set, library, report, layer),
  }));
  const vulnerabilities = installed.flatMap(({ library, found }) =>
    advisoriesOf(ecosystemOf(set.type, library), library).map(advisory =>
      vulnerability({
        ...advisory,
        database: advisory.ecosystem,
        installed: found,
        installedVersion: library.version,
        status: advisory.fixed ? 'fixed' : 'affected',
      }),
    ),
  );
  return {
    Target: TARGETS[set.type] ?? set.path,
    Class: 'lang-pkgs',
    Type: set.type,
    Packages: installed.map(({ found }) => found),
    ...(vulnerabilities.length > 0
      ? { Vulnerabilities: sorted(vulnerabilities) }
      : {}),
  };
}

function libraryPackage(
  set: LibrarySet,
  library: Library,
  report: string,
  layer?: TrivyLayer,
): TrivyPackage {
  const path = pathOf(set, library);
  const hasId = set.type !== 'jar' && set.type !== 'python-pkg';
  return {
    ...(hasId ? { ID: `${library.name}@${library.version}` } : {}),
    Name: library.name,
    Identifier: {
      PURL: packageUrl(set.type, library),
      UID: packageUid(`${report} ${set.path} ${library.name}`),
    },
    Version: library.version,
    ...(set.type === 'gobinary' ? { Relationship: 'unknown' } : {}),
    ...(layer ? { Layer: layer } : {}),
    ...(path ? { FilePath: path } : {}),
    ...(set.type === 'jar'
      ? { Digest: fileDigest(`${library.name} ${library.version}`) }
      : {}),
    AnalyzedBy: set.type,
  };
}

function pathOf(set: LibrarySet, library: Library): string | undefined {
  switch (set.type) {
    case 'jar': {
      const artifact = library.name.split(':')[1];
      return `${set.path}/BOOT-INF/lib/${artifact}-${library.version}.jar`;
    }
    case 'node-pkg':
      return `${set.path}/node_modules/${library.name}/package.json`;
    case 'python-pkg': {
      const folder = library.name.replace(/-/g, '_');
      return `${set.path}/${folder}-${library.version}.dist-info/METADATA`;
    }
    default:
      return undefined;
  }
}

function ecosystemOf(type: LibrarySet['type'], library: Library): string {
  switch (type) {
    case 'gobinary':
      return library.name === 'stdlib' ? 'stdlib' : 'go';
    case 'jar':
      return 'maven';
    case 'python-pkg':
      return 'pip';
    default:
      return 'npm';
  }
}

function packageUrl(type: LibrarySet['type'], library: Library): string {
  const version = encodeURIComponent(library.version);
  switch (type) {
    case 'gobinary':
      return `pkg:golang/${library.name}@${version}`;
    case 'jar':
      return `pkg:maven/${library.name.replace(':', '/')}@${version}`;
    case 'python-pkg': {
      const name = library.name.toLowerCase().replace(/[_.]/g, '-');
      return `pkg:pypi/${name}@${version}`;
    }
    default:
      return `pkg:npm/${library.name.replace('@', '%40')}@${version}`;
  }
}
