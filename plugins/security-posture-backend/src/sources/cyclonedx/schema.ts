import { lenient, requiredLine } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

const Property = z.object({ name: z.string(), value: requiredLine });

const Licence = z.object({
  license: lenient.part(z.object({ id: lenient.line, name: lenient.line })),
  expression: lenient.line,
});

export const Component = z.object({
  'bom-ref': lenient.text,
  type: lenient.line,
  group: lenient.line,
  name: requiredLine,
  version: lenient.line,
  purl: lenient.line,
  licenses: lenient.list(Licence),
  properties: lenient.list(Property),
  externalReferences: lenient.list(
    z.object({ type: lenient.line, url: lenient.text }),
  ),
  evidence: lenient.part(
    z.object({
      occurrences: lenient.list(z.object({ location: lenient.line })),
    }),
  ),
});

export type Component = z.infer<typeof Component>;

const Rating = z.object({
  source: lenient.part(z.object({ name: lenient.line })),
  score: lenient.number,
  severity: z.unknown().optional(),
  method: lenient.line,
  vector: lenient.line,
});

export type Rating = z.infer<typeof Rating>;

const AffectedVersion = z.object({
  version: lenient.line,
  status: lenient.line,
});

const Affected = z.object({
  ref: z.string().min(1),
  versions: lenient.list(AffectedVersion),
});

export type Affected = z.infer<typeof Affected>;

const Analysis = z.object({
  state: lenient.line,
  justification: lenient.line,
  detail: lenient.text,
  firstIssued: lenient.timestamp,
  lastUpdated: lenient.timestamp,
});

const Link = z.object({ url: lenient.text });

const Reference = z.object({ id: lenient.line, source: lenient.part(Link) });

export const Vulnerability = z.object({
  id: requiredLine,
  source: lenient.part(Link),
  references: lenient.list(Reference),
  ratings: lenient.list(Rating),
  cwes: lenient.list(z.number().int().positive()),
  description: lenient.text,
  detail: lenient.text,
  recommendation: lenient.text,
  workaround: lenient.text,
  advisories: lenient.list(Link),
  published: lenient.timestamp,
  rejected: lenient.timestamp,
  analysis: lenient.part(Analysis),
  affects: lenient.list(Affected),
});

export type Vulnerability = z.infer<typeof Vulnerability>;

const Tool = z.object({ name: requiredLine, version: lenient.line });

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
  component: lenient.part(Component),
  authors: lenient.list(z.object({ name: lenient.line })),
  manufacturer: lenient.part(z.object({ name: lenient.line })),
  supplier: lenient.part(z.object({ name: lenient.line })),
});

export type Metadata = z.infer<typeof Metadata>;

export const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  serialNumber: lenient.text,
  metadata: lenient.part(Metadata),
  components: z.unknown().optional(),
  vulnerabilities: z.unknown().optional(),
});

export type Bom = z.infer<typeof Bom>;
