import { compareVersions } from '../versions';
import { alpineAdvisories } from './advisories/alpine';
import { debianAdvisories } from './advisories/debian';
import { alpinePackages } from './packages/alpine';
import { debianPackages } from './packages/debian';
import { distrolessStatic } from './packages/distroless';
import { readLines, readWords } from './readLines';

export interface DistributionPackage {
  name: string;
  version: string;
  architecture: string;
  source: string;
  sourceVersion: string;
  licences: string[];
}

export interface DistributionAdvisory {
  id: string;
  source: string;
  /** The version that is fixed, or … */
  fixed?: string;
  /** … the status of one that is not. */
  status: string;
  vendorId?: string;
  /** The distribution's own word, where it comes first. */
  severity?: string;
}

/** The system under an image. */
export interface Distribution {
  family: 'alpine' | 'debian';
  release: string;
  /** No longer supported at the base instant. */
  endOfLife: boolean;
  packages: DistributionPackage[];
}

/** Debian 12 as of a point release, with the packages of some lists. */
export function debian(
  release: '12.1' | '12.11',
  lists: string[],
  extra: string = '',
): Distribution {
  const rows = [debianPackages, extra].flatMap(readLines);
  const wanted = new Set([lists.join(' '), names(extra)].flatMap(readWords));
  const packages = rows
    .filter(row => wanted.has(row.split(' ')[0]))
    .map(row => readDebianPackage(row, release === '12.1' ? 3 : 4));
  return { family: 'debian', release, endOfLife: false, packages };
}

/** The static image of distroless: four packages and no shell. */
export function distroless(): Distribution {
  const packages = readLines(distrolessStatic).map(row =>
    readDebianPackage(row, 4),
  );
  return { family: 'debian', release: '12.12', endOfLife: false, packages };
}

/** Alpine 3.19 as of a point release; its support ended in November 2025. */
export function alpine(
  release: '3.19.0' | '3.19.9',
  lists: string[],
): Distribution {
  const wanted = new Set(lists.flatMap(readWords));
  const packages = readLines(alpinePackages)
    .map(row => row.split(' '))
    .filter(([name]) => wanted.has(name))
    .map(([name, source, first, last, licences]) => {
      const version = release === '3.19.0' || last === '=' ? first : last;
      return {
        name,
        version,
        architecture: 'x86_64',
        source: source === '-' ? name : source,
        sourceVersion: version,
        licences: licences.split(','),
      };
    });
  return { family: 'alpine', release, endOfLife: true, packages };
}

const advisories = {
  alpine: readLines(alpineAdvisories).map(readAdvisory),
  debian: readLines(debianAdvisories).map(readAdvisory),
};

/** The advisories that speak of a package in the version that is installed. */
export function advisoriesOf(
  family: 'alpine' | 'debian',
  installed: DistributionPackage,
): DistributionAdvisory[] {
  return advisories[family].filter(
    ({ source, fixed }) =>
      source === installed.source &&
      (fixed === undefined ||
        compareVersions(installed.sourceVersion, fixed) < 0),
  );
}

function readAdvisory(line: string): DistributionAdvisory {
  const [id, source, state, vendorId, severity] = line.split(' ');
  const fixed = /^\d/.test(state) ? state : undefined;
  return {
    id,
    source,
    fixed,
    status: fixed ? 'fixed' : state,
    ...(vendorId && vendorId !== '-' ? { vendorId } : {}),
    ...(severity ? { severity } : {}),
  };
}

function readDebianPackage(row: string, column: number): DistributionPackage {
  const columns = row.split(' ');
  const [name, architecture, source] = columns;
  const version = columns[column] === '=' ? columns[3] : columns[column];
  return {
    name,
    version,
    architecture,
    source: source === '-' ? name : source,
    sourceVersion: sourceVersionOf(source, version),
    licences: columns[5] === '-' ? [] : columns[5].split(','),
  };
}

/** `+b2` says that only the binary was built anew. */
function sourceVersionOf(source: string, version: string): string {
  if (source === 'gcc-defaults') return '1.203';
  return version.replace(/\+b\d+$/, '');
}

function names(rows: string): string {
  return readLines(rows)
    .map(row => row.split(' ')[0])
    .join(' ');
}
