import { keepLicence } from './licence';
import { keepMisconfiguration } from './misconfiguration';
import { keepPackage } from './package';
import type { Place } from './place';
import {
  Licence,
  Misconfiguration,
  Package,
  type Result,
  Secret,
  Vulnerability,
} from './schema';
import { keepSecret } from './secret';
import { readSuppressed } from './suppressed';
import { keepVulnerability } from './vulnerability';

/** Reads the elements of one result: one target, seen by one scanner. */
export function readResult(
  result: Result,
  path: string,
  where: Omit<Place, 'type' | 'sourceNames'>,
): void {
  const { builder } = where;
  const place: Place = {
    ...where,
    ...(result.Type ? { type: result.Type } : {}),
    sourceNames: new Map(),
  };
  builder.each(
    'package',
    result.Packages,
    `${path}.Packages`,
    Package,
    element => keepPackage(element, place),
  );
  builder.each(
    'vulnerability',
    result.Vulnerabilities,
    `${path}.Vulnerabilities`,
    Vulnerability,
    element => keepVulnerability(element, place),
  );
  builder.each(
    'misconfiguration',
    result.Misconfigurations,
    `${path}.Misconfigurations`,
    Misconfiguration,
    element => keepMisconfiguration(element, place),
  );
  builder.each('secret', result.Secrets, `${path}.Secrets`, Secret, element =>
    keepSecret(element, place),
  );
  builder.each(
    'licence',
    result.Licenses,
    `${path}.Licenses`,
    Licence,
    element => keepLicence(element, place),
  );
  readSuppressed(
    result.ExperimentalModifiedFindings,
    `${path}.ExperimentalModifiedFindings`,
    place,
  );
}
