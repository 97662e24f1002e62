import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

const list = z.array(z.unknown()).catch([]);

export const SarifDocument = z.object({
  version: z.string().startsWith('2.1'),
  runs: z.array(z.unknown()),
});
export type SarifDocument = z.infer<typeof SarifDocument>;

/** A text for people; its Markdown variant is never read. */
const MultiformatText = z
  .object({ text: lenient.text })
  .transform(({ text }) => text)
  .optional()
  .catch(undefined);

export const Message = z.object({
  text: lenient.text,
  id: lenient.text,
  arguments: lenient.texts,
});
export type Message = z.infer<typeof Message>;

export const RuleProperties = z.object({
  'security-severity': z.unknown().optional(),
  tags: lenient.texts,
  cwe: z.unknown().optional(),
  purls: lenient.texts,
});

export const Rule = z.object({
  id: lenient.text,
  name: lenient.text,
  shortDescription: MultiformatText,
  fullDescription: MultiformatText,
  help: MultiformatText,
  helpUri: lenient.text,
  deprecatedIds: lenient.texts,
  defaultConfiguration: z
    .object({ level: lenient.text })
    .optional()
    .catch(undefined),
  messageStrings: z.unknown().optional(),
  relationships: list,
  properties: z.unknown().optional(),
});
export type Rule = z.infer<typeof Rule>;

/** A reference to a rule or to a weakness of a taxonomy. */
export const Reference = z.object({
  id: lenient.text,
  index: lenient.number,
  toolComponent: z
    .object({ name: lenient.text, guid: lenient.text, index: lenient.number })
    .optional()
    .catch(undefined),
});
export type Reference = z.infer<typeof Reference>;

export const Relationship = z.object({ target: Reference });

export const ToolComponent = z.object({
  name: lenient.text,
  guid: lenient.text,
  version: lenient.text,
  semanticVersion: lenient.text,
  rules: list,
});
export type ToolComponent = z.infer<typeof ToolComponent>;

export const Invocation = z.object({
  executionSuccessful: lenient.boolean,
  startTimeUtc: lenient.timestamp,
  endTimeUtc: lenient.timestamp,
  workingDirectory: z
    .object({ uri: lenient.text })
    .optional()
    .catch(undefined),
});
export type Invocation = z.infer<typeof Invocation>;

export const VersionControl = z.object({
  repositoryUri: z.string(),
  revisionId: lenient.text,
  branch: lenient.text,
});
export type VersionControl = z.infer<typeof VersionControl>;

/** What Trivy says about the image that it scanned. */
export const ImageProperties = z.object({
  imageName: lenient.text,
  repoTags: lenient.texts,
  repoDigests: lenient.texts,
});

export const Run = z.object({
  tool: z
    .object({
      driver: ToolComponent.optional().catch(undefined),
      extensions: list,
    })
    .optional()
    .catch(undefined),
  results: z.unknown().optional(),
  artifacts: list,
  originalUriBaseIds: z.unknown().optional(),
  invocations: list,
  versionControlProvenance: list,
  automationDetails: z.object({ id: lenient.text }).optional().catch(undefined),
  externalPropertyFileReferences: z
    .object({ results: z.unknown() })
    .optional()
    .catch(undefined),
  properties: z.unknown().optional(),
});
export type Run = z.infer<typeof Run>;

/** The parts of a result that have parts themselves are read when they are needed. */
export const Result = z.object({
  ruleId: lenient.text,
  ruleIndex: lenient.number,
  rule: z.unknown().optional(),
  kind: lenient.text,
  level: lenient.text,
  baselineState: lenient.text,
  message: z.unknown().optional(),
  locations: z.unknown().optional(),
  fingerprints: z.unknown().optional(),
  partialFingerprints: z.unknown().optional(),
  suppressions: z.unknown().optional(),
  taxa: z.unknown().optional(),
  hostedViewerUri: z.unknown().optional(),
  properties: z.unknown().optional(),
});
export type Result = z.infer<typeof Result>;

export const ArtifactLocation = z.object({
  uri: lenient.text,
  uriBaseId: lenient.text,
  index: lenient.number,
});
export type ArtifactLocation = z.infer<typeof ArtifactLocation>;

export const Location = z.object({
  physicalLocation: z
    .object({
      artifactLocation: ArtifactLocation.optional().catch(undefined),
      region: z
        .object({ startLine: lenient.number, snippet: MultiformatText })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  logicalLocations: list,
});
export type Location = z.infer<typeof Location>;

export const LogicalLocation = z.object({
  name: lenient.text,
  fullyQualifiedName: lenient.text,
});
export type LogicalLocation = z.infer<typeof LogicalLocation>;

export const Suppression = z.object({
  kind: lenient.text,
  status: lenient.text,
  // Drafts of the format called it so.
  state: lenient.text,
  justification: lenient.text,
});
