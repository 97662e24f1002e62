import { PackageURL } from 'packageurl-js';
import {
  plainText,
  type VulnerablePackage,
} from 'backstage-plugin-security-posture-node';
import { readPackage } from './component';
import type { Affected, Bom, Component, Vulnerability } from './schema';

/** More components under one bom-ref than this are a mistake or an attack. */
const MAX_PER_REF = 10;

/** One thing that a vulnerability affects. */
export interface Target {
  package: VulnerablePackage;
  /** Its name in a VEX statement: a package URL, else the reference. */
  product: string;
  /** Versions that the document calls unaffected. */
  unaffectedVersions: string[];
  /** The document mentions versions, and none of them is affected. */
  unaffected: boolean;
}

export interface ComponentIndex {
  byRef: Map<string, Component[]>;
  described: Component | undefined;
  serialNumber: string | undefined;
}

export function indexComponents(
  bom: Bom,
  components: Component[],
): ComponentIndex {
  const described = bom.metadata?.component;
  const byRef = new Map<string, Component[]>();
  for (const component of described ? [described, ...components] : components) {
    const ref = component['bom-ref'];
    if (ref === undefined) continue;
    const others = byRef.get(ref);
    if (!others) byRef.set(ref, [component]);
    else if (others.length < MAX_PER_REF) others.push(component);
  }
  return {
    byRef,
    described,
    serialNumber: bom.serialNumber?.replace(/^urn:uuid:/, ''),
  };
}

/**
 * What a vulnerability affects. A reference that leads nowhere in the document
 * is a target too: nothing that is reported gets lost.
 */
export function targetsOf(
  { affects }: Vulnerability,
  index: ComponentIndex,
): Target[] {
  const byRef = new Map<string, Affected>();
  for (const affected of affects) {
    if (affected) byRef.set(affected.ref, affected);
  }
  if (byRef.size === 0) return [describedTarget(index)];
  return [...byRef.values()].flatMap(affected => resolve(affected, index));
}

function resolve(affected: Affected, index: ComponentIndex): Target[] {
  const { serialNumber, fragment } = readRef(affected.ref);
  const isHere =
    serialNumber === undefined || serialNumber === index.serialNumber;
  const components = isHere ? index.byRef.get(fragment) ?? [] : [];
  const versions = readVersions(affected);
  if (components.length > 0) {
    return components.map(readPackage).map(found => ({
      package: found,
      product: productOf(found),
      ...versions,
    }));
  }
  // A BOM-Link speaks of that component in that BOM, not of every package of
  // the name, so it stays the product as it is.
  const product = plainText(affected.ref, 500);
  return [{ package: packageOfRef(fragment), product, ...versions }];
}

function productOf({ purl, name, version }: VulnerablePackage): string {
  return purl ?? (version ? `${name}@${version}` : name);
}

function describedTarget({ described }: ComponentIndex): Target {
  const found = described ? readPackage(described) : { name: 'unknown' };
  return {
    package: found,
    product: productOf(found),
    unaffectedVersions: [],
    unaffected: false,
  };
}

function readVersions({ versions }: Affected) {
  const stated = versions.filter(version => !!version);
  const unaffected = stated.filter(({ status }) => status === 'unaffected');
  return {
    unaffectedVersions: unaffected.flatMap(({ version }) => version ?? []),
    unaffected: stated.length > 0 && unaffected.length === stated.length,
  };
}

/** A bom-ref, or a BOM-Link: `urn:cdx:<serial number>/<version>#<bom-ref>`. */
function readRef(ref: string) {
  if (!ref.startsWith('urn:cdx:')) {
    return { serialNumber: undefined, fragment: ref };
  }
  const hash = ref.indexOf('#');
  const document = hash < 0 ? ref : ref.slice(0, hash);
  return {
    serialNumber: document.slice('urn:cdx:'.length).split('/', 1)[0],
    fragment: hash < 0 ? ref : decode(ref.slice(hash + 1)),
  };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function packageOfRef(ref: string): VulnerablePackage {
  const purl = plainText(ref, 500);
  try {
    const { type, namespace, name, version } = PackageURL.fromString(purl);
    const separator = type === 'maven' ? ':' : '/';
    return {
      name: namespace ? `${namespace}${separator}${name}` : `${name}`,
      version: version ?? undefined,
      purl,
      type: type ?? undefined,
    };
  } catch {
    return { name: purl || 'unknown' };
  }
}
