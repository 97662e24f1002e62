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

const Event = z.object({ introduced: Line, fixed: Line });

const Range = z.object({ type: Line, events: listOf(Event) });

const Affected = z.object({
  package: maybe(z.object({ name: Line, ecosystem: Line })),
  ranges: listOf(Range),
});

/** A record of https://ossf.github.io/osv-schema/ */
export const Vulnerability = z.object({
  id: RequiredLine,
  aliases: listOf(RequiredLine),
  summary: lenient.text,
  details: lenient.text,
  published: lenient.timestamp,
  withdrawn: lenient.timestamp,
  severity: listOf(z.object({ type: Line, score: Line })),
  affected: listOf(Affected),
  references: listOf(z.object({ url: lenient.text })),
  database_specific: maybe(
    z.object({
      severity: z.unknown().optional(),
      cwe_ids: listOf(RequiredLine),
    }),
  ),
});

export type Vulnerability = z.infer<typeof Vulnerability>;

export const Group = z.object({
  ids: z.array(RequiredLine).min(1, 'expected an id'),
  aliases: listOf(RequiredLine),
  max_severity: Line,
  experimental_analysis: z.unknown().optional(),
  /** `experimental_analysis` of version 1. */
  experimentalAnalysis: z.unknown().optional(),
});

export type Group = z.infer<typeof Group>;

export const Package = z
  .object({
    name: Line,
    /** The binary package, where `name` is the source package. */
    os_package_name: Line,
    version: Line,
    ecosystem: Line,
    commit: Line,
    image_origin_details: maybe(z.object({ index: lenient.number })),
  })
  .refine(
    ({ name, commit }) => name !== undefined || commit !== undefined,
    'expected a name or a commit',
  );

export type Package = z.infer<typeof Package>;

export const PackageEntry = z.object({
  package: Package,
  vulnerabilities: z.array(z.unknown()).default([]).catch([]),
  groups: z.array(z.unknown()).default([]).catch([]),
});

export const Result = z.object({
  source: maybe(z.object({ path: Line })),
  packages: z.array(z.unknown()).nullable().default([]),
});

export const OsvReport = z.object({
  results: z.array(z.unknown()).nullable(),
  image_metadata: maybe(
    z.object({ layer_metadata: listOf(z.object({ diff_id: Line })) }),
  ),
});
