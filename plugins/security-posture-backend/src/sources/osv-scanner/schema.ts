import { lenient, requiredLine } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

const Event = z.object({ introduced: lenient.line, fixed: lenient.line });

const Range = z.object({ type: lenient.line, events: lenient.list(Event) });

const Affected = z.object({
  package: lenient.part(
    z.object({ name: lenient.line, ecosystem: lenient.line }),
  ),
  ranges: lenient.list(Range),
});

/** A record of https://ossf.github.io/osv-schema/ */
export const Vulnerability = z.compile(
  z.object({
    id: requiredLine,
    aliases: lenient.list(requiredLine),
    summary: lenient.text,
    details: lenient.text,
    published: lenient.timestamp,
    withdrawn: lenient.timestamp,
    severity: lenient.list(
      z.object({ type: lenient.line, score: lenient.line }),
    ),
    affected: lenient.list(Affected),
    references: lenient.list(z.object({ url: lenient.text })),
    database_specific: lenient.part(
      z.object({
        severity: z.unknown().optional(),
        cwe_ids: lenient.list(requiredLine),
      }),
    ),
  }),
);

export type Vulnerability = z.infer<typeof Vulnerability>;

export const Group = z.object({
  ids: z.array(requiredLine).min(1, 'expected an id'),
  aliases: lenient.list(requiredLine),
  max_severity: lenient.line,
  experimental_analysis: z.unknown().optional(),
  /** `experimental_analysis` of version 1. */
  experimentalAnalysis: z.unknown().optional(),
});

export type Group = z.infer<typeof Group>;

export const Package = z
  .object({
    name: lenient.line,
    /** The binary package, where `name` is the source package. */
    os_package_name: lenient.line,
    version: lenient.line,
    ecosystem: lenient.line,
    commit: lenient.line,
    image_origin_details: lenient.part(z.object({ index: lenient.number })),
  })
  .refine(
    ({ name, commit }) => name !== undefined || commit !== undefined,
    'expected a name or a commit',
  );

export type Package = z.infer<typeof Package>;

export const PackageEntry = z.compile(
  z.object({
    package: Package,
    vulnerabilities: z.array(z.unknown()).default([]).catch([]),
    groups: z.array(z.unknown()).default([]).catch([]),
  }),
);

export const Result = z.object({
  source: lenient.part(z.object({ path: lenient.line })),
  packages: z.array(z.unknown()).nullable().default([]),
});

export const OsvReport = z.object({
  results: z.array(z.unknown()).nullable(),
  image_metadata: lenient.part(
    z.object({
      os: lenient.line,
      layer_metadata: lenient.list(
        z.object({
          diff_id: lenient.line,
          /** Which element of `base_images` brought the layer. */
          base_image_index: lenient.number,
        }),
      ),
      /** For the image itself and for each that it is built on, those that have its layers. */
      base_images: lenient.list(z.array(z.object({ name: lenient.line }))),
    }),
  ),
});

export type ImageMetadata = NonNullable<
  z.infer<typeof OsvReport>['image_metadata']
>;
