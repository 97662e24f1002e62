import { lenient, requiredLine } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

const Score = z.object({
  baseScore: lenient.part(z.number().min(0).max(10)),
  vector: lenient.line,
});

export type Score = z.infer<typeof Score>;

const Cvss = z.object({
  source: lenient.line,
  version: lenient.line,
  vector: lenient.line,
  metrics: lenient.part(Score),
});

const Fix = z.object({
  versions: lenient.list(requiredLine),
  state: lenient.line,
  available: lenient.list(
    z.object({ version: lenient.line, date: lenient.line }),
  ),
});

const Vulnerability = z.object({
  id: requiredLine,
  severity: z.unknown().optional(),
  description: lenient.text,
  dataSource: lenient.text,
  urls: z.unknown().optional(),
  /** `urls` in old versions such as 0.7. */
  links: z.unknown().optional(),
  advisories: lenient.list(z.object({ link: lenient.text })),
  cvss: lenient.list(Cvss),
  /** Instead of `cvss` in old versions such as 0.7. */
  cvssV2: lenient.part(Score),
  cvssV3: lenient.part(Score),
  cwes: lenient.list(z.union([requiredLine, z.object({ cwe: requiredLine })])),
  epss: lenient.list(
    z.object({
      epss: z.number().min(0).max(1),
      percentile: lenient.part(z.number().min(0).max(1)),
      date: lenient.line,
    }),
  ),
  knownExploited: lenient.list(
    z.object({
      dateAdded: lenient.line,
      dueDate: lenient.line,
      knownRansomwareCampaignUse: lenient.line,
    }),
  ),
  fix: lenient.part(Fix),
  /** In place of `fix`, up to Grype 0.7. */
  fixedInVersion: lenient.line,
});

export type Vulnerability = z.infer<typeof Vulnerability>;

const RelatedVulnerability = z.object({
  id: requiredLine,
  description: lenient.text,
  dataSource: lenient.text,
  cvss: lenient.list(Cvss),
});

export type RelatedVulnerability = z.infer<typeof RelatedVulnerability>;

const Artifact = z.object({
  name: requiredLine,
  version: lenient.line,
  type: lenient.line,
  purl: lenient.line,
  locations: lenient.list(
    z.object({ path: lenient.line, layerID: lenient.line }),
  ),
  upstreams: lenient.list(z.object({ name: lenient.line })),
});

export type Artifact = z.infer<typeof Artifact>;

export const Match = z.object({
  vulnerability: Vulnerability,
  relatedVulnerabilities: lenient.list(RelatedVulnerability),
  matchDetails: lenient.list(
    z.object({
      fix: lenient.part(z.object({ suggestedVersion: lenient.line })),
    }),
  ),
  artifact: Artifact,
});

export type Match = z.infer<typeof Match>;

const IgnoreRule = z.object({
  reason: lenient.text,
  'fix-state': lenient.line,
  'vex-status': lenient.line,
  'vex-justification': lenient.line,
});

export const IgnoredMatch = Match.extend({
  appliedIgnoreRules: lenient.list(IgnoreRule),
});

export type IgnoredMatch = z.infer<typeof IgnoredMatch>;

const ImageTarget = z.object({
  userInput: lenient.line,
  manifestDigest: lenient.line,
  tags: lenient.texts,
  repoDigests: lenient.texts,
  imageSize: lenient.number,
  layers: lenient.list(z.object({ digest: lenient.line })),
  /** The image's configuration: JSON in base64. */
  config: lenient.text,
});

export type ImageTarget = z.infer<typeof ImageTarget>;

const ScanSource = z.object({
  type: lenient.line,
  target: lenient.part(z.union([requiredLine, ImageTarget])),
});

export type ScanSource = z.infer<typeof ScanSource>;

export const GrypeReport = z.object({
  matches: z.array(z.unknown()),
  ignoredMatches: z.unknown().optional(),
  source: lenient.part(ScanSource),
  distro: lenient.part(z.object({ name: lenient.line, version: lenient.line })),
  descriptor: lenient.part(
    z.object({ version: lenient.line, timestamp: lenient.timestamp }),
  ),
});

export type GrypeReport = z.infer<typeof GrypeReport>;
