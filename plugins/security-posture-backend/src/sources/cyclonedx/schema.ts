import { lenient, plainText } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

function line(text: string | undefined): string | undefined {
  return text === undefined ? undefined : plainText(text, 500) || undefined;
}

function requiredLine(text: string): string {
  return plainText(text, 500);
}

const Line = lenient.text.transform(line);

const RequiredLine = z
  .string()
  .transform(requiredLine)
  .pipe(z.string().min(1, 'expected a text'));

/** The readable elements of a list; `undefined` stands for the others. */
function listOf<S extends z.ZodType>(element: S) {
  return z.array(element.optional().catch(undefined)).default([]).catch([]);
}

function maybe<S extends z.ZodType>(object: S) {
  return object.optional().catch(undefined);
}

const Property = z.object({ name: z.string(), value: RequiredLine });

const Licence = z.object({
  license: maybe(z.object({ id: Line, name: Line })),
  expression: Line,
});

export const Component = z.object({
  'bom-ref': lenient.text,
  type: Line,
  group: Line,
  name: RequiredLine,
  version: Line,
  purl: Line,
  licenses: listOf(Licence),
  properties: listOf(Property),
  externalReferences: listOf(z.object({ type: Line, url: lenient.text })),
  evidence: maybe(
    z.object({ occurrences: listOf(z.object({ location: Line })) }),
  ),
});

export type Component = z.infer<typeof Component>;

const Rating = z.object({
  source: maybe(z.object({ name: Line })),
  score: lenient.number,
  severity: z.unknown().optional(),
  method: Line,
  vector: Line,
});

export type Rating = z.infer<typeof Rating>;

const AffectedVersion = z.object({ version: Line, status: Line });

const Affected = z.object({
  ref: z.string().min(1),
  versions: listOf(AffectedVersion),
});

export type Affected = z.infer<typeof Affected>;

const Analysis = z.object({
  state: Line,
  justification: Line,
  detail: lenient.text,
  firstIssued: lenient.timestamp,
  lastUpdated: lenient.timestamp,
});

const Link = z.object({ url: lenient.text });

const Reference = z.object({ id: Line, source: maybe(Link) });

export const Vulnerability = z.object({
  id: RequiredLine,
  source: maybe(Link),
  references: listOf(Reference),
  ratings: listOf(Rating),
  cwes: listOf(z.number().int().positive()),
  description: lenient.text,
  detail: lenient.text,
  recommendation: lenient.text,
  workaround: lenient.text,
  advisories: listOf(Link),
  published: lenient.timestamp,
  rejected: lenient.timestamp,
  analysis: maybe(Analysis),
  affects: listOf(Affected),
});

export type Vulnerability = z.infer<typeof Vulnerability>;

const Tool = z.object({ name: RequiredLine, version: Line });

export const Metadata = z.object({
  timestamp: lenient.timestamp,
  /** A list until 1.4, an object from 1.5 on. */
  tools: z
    .union([
      z.array(z.unknown()),
      z
        .object({ components: z.array(z.unknown()) })
        .transform(({ components }) => components),
    ])
    .catch([])
    .transform(tools => tools.flatMap(tool => Tool.safeParse(tool).data ?? [])),
  component: maybe(Component),
  authors: listOf(z.object({ name: Line })),
  manufacturer: maybe(z.object({ name: Line })),
  supplier: maybe(z.object({ name: Line })),
});

export type Metadata = z.infer<typeof Metadata>;

export const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  serialNumber: lenient.text,
  metadata: maybe(Metadata),
  components: z.unknown().optional(),
  vulnerabilities: z.unknown().optional(),
});

export type Bom = z.infer<typeof Bom>;
