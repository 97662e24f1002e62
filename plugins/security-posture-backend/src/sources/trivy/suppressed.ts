import {
  plainText,
  type Suppression,
} from 'backstage-plugin-security-posture-node';
import { z } from 'zod';
import { keepLicence } from './licence';
import { keepMisconfiguration } from './misconfiguration';
import type { Place } from './place';
import {
  Licence,
  Misconfiguration,
  ModifiedFinding,
  Secret,
  Vulnerability,
} from './schema';
import { keepSecret } from './secret';
import { keepVulnerability } from './vulnerability';

/** Reads the findings that an ignore file or a VEX document took out. */
export function readSuppressed(
  list: unknown,
  path: string,
  place: Place,
): void {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    place.builder.each('suppressed', list, path, ModifiedFinding, () => {});
    return;
  }
  list.forEach((element, index) => {
    readOne(element, `${path}[${index}]`, place);
  });
}

function readOne(element: unknown, path: string, place: Place): void {
  const { builder } = place;
  const parsed = ModifiedFinding.safeParse(element);
  if (!parsed.success) {
    // Nothing tells which kind it was; the schema gives the reason.
    builder.one('suppressed', element, path, ModifiedFinding, () => {});
    return;
  }
  const { Type: type, Finding: finding } = parsed.data;
  const suppression = suppressionOf(parsed.data);
  const at = `${path}.Finding`;
  const where: Place = { ...place, suppression };
  function one<S extends z.ZodType>(
    schema: S,
    keep: (found: z.infer<S>, where: Place) => string | void,
  ): void {
    builder.one('suppressed', finding, at, schema, found => keep(found, where));
  }
  switch (type) {
    case 'vulnerability':
      one(Vulnerability, keepVulnerability);
      break;
    case 'misconfiguration':
      one(Misconfiguration, keepMisconfiguration);
      break;
    case 'secret':
      one(Secret, keepSecret);
      break;
    default:
      one(Licence, keepLicence);
  }
}

function suppressionOf(modified: ModifiedFinding): Suppression {
  const statement = modified.Statement ?? modified.Source;
  const byVendor = ['not_affected', 'fixed'].includes(modified.Status ?? '');
  return {
    reason: byVendor ? 'not-affected' : 'ignored',
    ...(statement ? { statement: plainText(statement) } : {}),
  };
}
