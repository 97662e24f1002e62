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

const Score = z.object({
  baseScore: z.number().min(0).max(10).optional().catch(undefined),
  vector: Line,
});

export type Score = z.infer<typeof Score>;

const Cvss = z.object({
  source: Line,
  version: Line,
  vector: Line,
  metrics: Score.optional().catch(undefined),
});

const Fix = z.object({
  versions: listOf(RequiredLine),
  state: Line,
  available: listOf(z.object({ version: Line, date: Line })),
});

const Vulnerability = z.object({
  id: RequiredLine,
  severity: z.unknown().optional(),
  description: lenient.text,
  dataSource: lenient.text,
  urls: z.unknown().optional(),
  /** `urls` in old versions such as 0.7. */
  links: z.unknown().optional(),
  advisories: listOf(z.object({ link: lenient.text })),
  cvss: listOf(Cvss),
  /** Instead of `cvss` in old versions such as 0.7. */
  cvssV2: Score.optional().catch(undefined),
  cvssV3: Score.optional().catch(undefined),
  cwes: listOf(z.union([RequiredLine, z.object({ cwe: RequiredLine })])),
  epss: listOf(z.object({ epss: z.number().min(0).max(1) })),
  knownExploited: listOf(z.object({ cve: Line })),
  fix: Fix.optional().catch(undefined),
});

export type Vulnerability = z.infer<typeof Vulnerability>;

const RelatedVulnerability = z.object({
  id: RequiredLine,
  description: lenient.text,
  dataSource: lenient.text,
  cvss: listOf(Cvss),
});

export type RelatedVulnerability = z.infer<typeof RelatedVulnerability>;

const Artifact = z.object({
  name: RequiredLine,
  version: Line,
  type: Line,
  purl: Line,
  locations: listOf(z.object({ path: Line, layerID: Line })),
  upstreams: listOf(z.object({ name: Line })),
});

export type Artifact = z.infer<typeof Artifact>;

export const Match = z.object({
  vulnerability: Vulnerability,
  relatedVulnerabilities: listOf(RelatedVulnerability),
  matchDetails: listOf(
    z.object({
      fix: z.object({ suggestedVersion: Line }).optional().catch(undefined),
    }),
  ),
  artifact: Artifact,
});

export type Match = z.infer<typeof Match>;

const IgnoreRule = z.object({
  reason: lenient.text,
  'fix-state': Line,
  'vex-status': Line,
  'vex-justification': Line,
});

export const IgnoredMatch = Match.extend({
  appliedIgnoreRules: listOf(IgnoreRule),
});

export type IgnoredMatch = z.infer<typeof IgnoredMatch>;

const ImageTarget = z.object({
  userInput: Line,
  manifestDigest: Line,
  tags: lenient.texts,
  repoDigests: lenient.texts,
});

export type ImageTarget = z.infer<typeof ImageTarget>;

const ScanSource = z.object({
  type: Line,
  target: z.union([RequiredLine, ImageTarget]).optional().catch(undefined),
});

export type ScanSource = z.infer<typeof ScanSource>;

export const GrypeReport = z.object({
  matches: z.array(z.unknown()),
  ignoredMatches: z.unknown().optional(),
  source: ScanSource.optional().catch(undefined),
  descriptor: z
    .object({ version: Line, timestamp: lenient.timestamp })
    .optional()
    .catch(undefined),
});
