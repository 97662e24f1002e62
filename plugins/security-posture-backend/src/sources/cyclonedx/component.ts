import type {
  ReportBuilder,
  VulnerablePackage,
} from 'backstage-plugin-security-posture-node';
import { Component } from './schema';

const PURL = /^pkg:\/*([a-zA-Z0-9.+-]+)\//;
const MAX_PATH = 300;

/**
 * Reads components and those inside them. A BOM may nest as deep as it likes,
 * so this keeps its own stack.
 */
export function readComponents(
  list: unknown,
  path: string,
  builder: ReportBuilder,
): Component[] {
  const components: Component[] = [];
  const pending: { list: unknown; path: string }[] = [{ list, path }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { list: children, path: at } = next;
    builder.each('package', children, at, Component, component => {
      components.push(component);
      const { layer, sourceName, ...listed } = readPackage(component);
      builder.report.packages.push({
        ...listed,
        licences: readLicences(component),
      });
    });
    if (!Array.isArray(children)) continue;
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const inner = innerComponents(children[index]);
      if (inner !== undefined) {
        pending.push({ list: inner, path: shorten(`${at}[${index}]`) });
      }
    }
  }
  return components;
}

function innerComponents(component: unknown): unknown {
  return typeof component === 'object' &&
    component !== null &&
    'components' in component
    ? component.components
    : undefined;
}

function shorten(path: string): string {
  return path.length > MAX_PATH
    ? `${path.slice(0, MAX_PATH)}…`
    : `${path}.components`;
}

export function readPackage(component: Component): VulnerablePackage {
  const { group, name, version, purl, evidence } = component;
  const properties = propertiesOf(component);
  const type = PURL.exec(purl ?? '')?.[1];
  const separator = type === 'maven' ? ':' : '/';
  return {
    name: group ? `${group}${separator}${name}` : name,
    version,
    purl: type ? purl : undefined,
    type: type ?? properties.get('syft:package:type'),
    path:
      evidence?.occurrences[0]?.location ??
      properties.get('aquasecurity:trivy:FilePath') ??
      properties.get('syft:location:0:path'),
    sourceName: properties.get('aquasecurity:trivy:SrcName'),
    layer:
      properties.get('aquasecurity:trivy:LayerDiffID') ??
      properties.get('syft:location:0:layerID'),
  };
}

/** The first value of each property. */
export function propertiesOf({ properties }: Component): Map<string, string> {
  const values = new Map<string, string>();
  for (const property of properties) {
    if (property && !values.has(property.name)) {
      values.set(property.name, property.value);
    }
  }
  return values;
}

function readLicences({ licenses }: Component): string[] {
  const names = licenses.flatMap(
    entry =>
      entry?.license?.id ?? entry?.license?.name ?? entry?.expression ?? [],
  );
  return [...new Set(names)];
}
