import {
  plainText,
  type ReportBuilder,
  type SourcePackage,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { packageType, packageUrl } from '../trivy/packageType';
import { isRecord } from './reportContent';
import { Component } from './schema';

/** Reads the CycloneDX document inside of an SbomReport. */
export function readComponents(
  builder: ReportBuilder,
  bom: unknown,
  path: string,
  subject: SourceSubject | undefined,
): void {
  if (bom === undefined || bom === null) return;
  if (!isRecord(bom)) {
    builder.count('package');
    builder.skip('package', path, 'expected a CycloneDX document');
    return;
  }
  const { components } = bom;
  if (!Array.isArray(components)) {
    builder.each(
      'package',
      components,
      `${path}.components`,
      Component,
      () => {},
    );
    return;
  }
  components.forEach((component, index) => {
    // The operating system and lock files are components too, but no packages.
    if (isRecord(component) && isPlace(component)) return;
    builder.one(
      'package',
      component,
      `${path}.components[${index}]`,
      Component,
      element => {
        builder.report.packages.push(readPackage(element, subject));
      },
    );
  });
}

function isPlace({ type, purl, name }: Record<string, unknown>): boolean {
  return (
    typeof name === 'string' &&
    !purl &&
    (type === 'operating-system' || type === 'application')
  );
}

function readPackage(
  { group, name, version, purl: written, licenses }: Component,
  subject: SourceSubject | undefined,
): SourcePackage {
  const purl = packageUrl(written);
  const type = packageType(purl, undefined);
  return {
    ...(subject ? { subject } : {}),
    name: plainText(fullName(group, name, type), 500),
    ...(version ? { version: plainText(version, 300) } : {}),
    ...(purl ? { purl } : {}),
    ...(type ? { type } : {}),
    licences: licencesOf(licenses),
  };
}

function licencesOf(licenses: unknown): string[] {
  if (!Array.isArray(licenses)) return [];
  const names = new Set<string>();
  for (const entry of licenses.slice(0, 50)) {
    if (!isRecord(entry)) continue;
    const licence = isRecord(entry.license) ? entry.license : undefined;
    const name = licence?.id ?? licence?.name ?? entry.expression;
    if (typeof name === 'string' && name !== '')
      names.add(plainText(name, 300));
  }
  return [...names];
}

function fullName(
  group: string | undefined,
  name: string,
  type: string | undefined,
): string {
  if (!group) return name;
  return type === 'maven' ? `${group}:${name}` : `${group}/${name}`;
}
