import { PackageURL } from 'packageurl-js';
import {
  plainText,
  type VulnerablePackage,
} from 'backstage-plugin-security-posture-node';
import type { FindingInput } from './findingInput';
import { keyedLines } from './keyedLines';
import type { ReadRule } from './rule';
import { sentencePackage } from './sentencePackage';

/** What the texts of a result say about its package. SARIF has no place for it. */
export interface AffectedPackage {
  package: VulnerablePackage;
  fixedVersions: string[];
}

/** Package types of Grype and Syft as the types of package URLs. */
const purlTypes = new Map([
  ['dotnet', 'nuget'],
  ['go-module', 'golang'],
  ['java-archive', 'maven'],
  ['php-composer', 'composer'],
  ['python', 'pypi'],
  ['rust-crate', 'cargo'],
]);

/** Types of packages that Snyk has among the tags of a rule. */
const typeTags = new Set([
  ...['apk', 'deb', 'rpm', 'npm', 'maven', 'golang', 'nuget', 'gem'],
  ...['cargo', 'composer', 'pypi', 'swift', 'hex', 'pub'],
]);

/** Namespaces of these types are distributions, not parts of the name. */
const distributionTypes = new Set(['alpm', 'apk', 'deb', 'rpm']);

const NO_VERSION = /^(none|n\/a|not fixed|unknown|-)$/i;

export function affectedPackageOf(input: FindingInput): AffectedPackage {
  const { message, rule, producer } = input;
  const inMessage = keyedLines(message);
  const inHelp = inMessage.has('package')
    ? new Map<string, string>()
    : keyedLines(rule?.help);
  const said = sentencePackage(message, rule?.description, producer.name);
  const listed = (...keys: string[]) =>
    keys.flatMap(key => inMessage.get(key) ?? inHelp.get(key) ?? []).at(0);

  const named = said.name ?? listed('package') ?? nameOfProperties(input);
  const version =
    said.version ??
    listed('installed version', 'version') ??
    versionOfProperties(input);
  const purl = readPurl(purlTextOf(input, named, version));
  const name = purl?.name ?? named ?? nameOfFile(input) ?? 'unknown';
  const type =
    purl?.type ?? said.type ?? inHelp.get('type') ?? typeOfTags(rule);
  const slash = distributionTypes.has(type ?? '') ? name.indexOf('/') : -1;
  return {
    package: {
      name: plainText(name.slice(slash + 1), 500) || 'unknown',
      version: text(purl?.version ?? version),
      purl: purl?.text,
      type: type === undefined ? undefined : text(purlTypes.get(type) ?? type),
      path: pathOf(input),
      // Snyk writes source and binary package of a distribution in one.
      sourceName: slash > 0 ? text(name.slice(0, slash)) : undefined,
    },
    fixedVersions: (listed('fixed version', 'fix version') ?? '')
      .split(',', 20)
      .map(item => plainText(item, 100))
      .filter(item => item !== '' && !NO_VERSION.test(item)),
  };
}

function typeOfTags(rule: ReadRule | undefined): string | undefined {
  return rule?.tags.find(tag => typeTags.has(tag));
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : plainText(value, 200) || undefined;
}

function pathOf({ rule, place, producer }: FindingInput): string | undefined {
  if (producer.locatesImage || rule?.name === 'OsPackageVulnerability') {
    return undefined;
  }
  const file = place.logicalLocations.find(({ name }) => name?.startsWith('/'));
  return file?.name ? plainText(file.name, 1000) : place.path;
}

function purlTextOf(
  { rule, place }: FindingInput,
  name: string | undefined,
  version: string | undefined,
): string | undefined {
  if (name?.startsWith('pkg:')) return name;
  const logical = place.logicalLocations
    .map(({ fullyQualifiedName }) => fullyQualifiedName)
    .find(text_ => text_?.startsWith('pkg:'));
  if (logical) return logical;
  const purls = rule?.purls.slice(0, 20) ?? [];
  if (purls.length < 2) return purls[0];
  return purls.find(purl => version && purl.includes(`@${version}`));
}

function readPurl(purl: string | undefined) {
  if (!purl || purl.length > 1000) return undefined;
  try {
    const { type, namespace, name, version } = PackageURL.fromString(purl);
    if (!type || !name) return undefined;
    const separator = type === 'maven' ? ':' : '/';
    const isPartOfName = namespace && !distributionTypes.has(type);
    return {
      type,
      name: isPartOfName ? `${namespace}${separator}${name}` : name,
      version: version ?? undefined,
      text: purl,
    };
  } catch {
    return undefined;
  }
}

function property(
  { result }: FindingInput,
  key: 'name' | 'group' | 'version',
): string | undefined {
  const { properties } = result;
  if (typeof properties !== 'object' || properties === null) return undefined;
  const value = new Map<string, unknown>(Object.entries(properties)).get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function nameOfProperties(input: FindingInput): string | undefined {
  const name = property(input, 'name');
  const group = property(input, 'group');
  return name && group ? `${group}:${name}` : name;
}

function versionOfProperties(input: FindingInput): string | undefined {
  return property(input, 'version');
}

// Scanners of archives and scripts know a dependency by its file only.
function nameOfFile(input: FindingInput): string | undefined {
  return pathOf(input)?.split('/').at(-1);
}
