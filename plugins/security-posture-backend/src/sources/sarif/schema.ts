import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** A part that is read later, if at all. */
const anything = z.unknown().optional();

// Not as `catch`: a list that is absent must not cost the making of an error.
const list = anything.transform(listOf);
const texts = anything.transform(textsOf);

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter(
    (item): item is string => typeof item === 'string',
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A place in a list, or undefined; -1 stands for none. */
function indexOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : undefined;
}

export const SarifDocument = z.object({
  version: z.string().startsWith('2.1'),
  runs: z.array(z.unknown()),
});
export type SarifDocument = z.infer<typeof SarifDocument>;

/** A text for people; its Markdown variant is never read. */
export const MultiformatText = z
  .object({ text: anything })
  .transform(({ text }) => textOf(text))
  .optional()
  .catch(undefined);

export const Message = z
  .object({ text: anything, id: anything, arguments: anything })
  .transform(message => ({
    text: textOf(message.text),
    id: textOf(message.id),
    arguments: Array.isArray(message.arguments) ? message.arguments : [],
  }));
export type Message = z.infer<typeof Message>;

/** What tools write beside the fields of the format; Trivy and Dependency-Check their scores. */
export const Properties = z.object({
  'security-severity': anything,
  tags: texts,
  cwe: anything,
  purls: texts,
  cvssv2_vector: anything,
  cvssv2_score: anything,
  cvssv3_vector: anything,
  cvssv3_baseScore: anything,
  cvssV3: anything,
  cvssv40_vector: anything,
  cvssv40_score: anything,
});
export type Properties = z.infer<typeof Properties>;

/** Scanners write a rule for each vulnerability, so there are as many as results. */
export const Rule = z
  .object({
    id: anything,
    name: anything,
    shortDescription: MultiformatText,
    fullDescription: MultiformatText,
    help: MultiformatText,
    helpUri: anything,
    deprecatedIds: anything,
    defaultConfiguration: z
      .object({ level: anything })
      .optional()
      .catch(undefined),
    messageStrings: anything,
    relationships: anything,
    properties: anything,
  })
  .transform(rule => ({
    id: textOf(rule.id),
    name: textOf(rule.name),
    shortDescription: rule.shortDescription,
    fullDescription: rule.fullDescription,
    help: rule.help,
    helpUri: rule.helpUri,
    deprecatedIds: textsOf(rule.deprecatedIds),
    level: textOf(rule.defaultConfiguration?.level),
    messageStrings: rule.messageStrings,
    relationships: listOf(rule.relationships),
    properties: rule.properties,
  }));
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
  workingDirectory: z.object({ uri: lenient.text }).optional().catch(undefined),
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
  repoTags: texts,
  repoDigests: texts,
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
    .object({ results: anything })
    .optional()
    .catch(undefined),
  properties: z.unknown().optional(),
});
export type Run = z.infer<typeof Run>;

/**
 * Results come by the ten thousand: their texts are read by plain functions,
 * and parts that have parts themselves when they are needed.
 */
export const Result = z
  .object({
    ruleId: anything,
    ruleIndex: anything,
    rule: anything,
    kind: anything,
    level: anything,
    baselineState: anything,
    message: anything,
    locations: anything,
    fingerprints: anything,
    partialFingerprints: anything,
    suppressions: anything,
    taxa: anything,
    hostedViewerUri: anything,
    properties: anything,
  })
  .transform(result => ({
    // Written out, because a spread of so many parts takes far longer.
    ruleId: textOf(result.ruleId),
    ruleIndex: indexOf(result.ruleIndex),
    rule: result.rule,
    kind: textOf(result.kind),
    level: textOf(result.level),
    baselineState: textOf(result.baselineState),
    message: result.message,
    locations: result.locations,
    fingerprints: result.fingerprints,
    partialFingerprints: result.partialFingerprints,
    suppressions: result.suppressions,
    taxa: result.taxa,
    hostedViewerUri: result.hostedViewerUri,
    properties: result.properties,
  }));
export type Result = z.infer<typeof Result>;

export const ArtifactLocation = z
  .object({ uri: anything, uriBaseId: anything, index: anything })
  .transform(location => ({
    uri: textOf(location.uri),
    uriBaseId: textOf(location.uriBaseId),
    index: indexOf(location.index),
  }));
export type ArtifactLocation = z.infer<typeof ArtifactLocation>;

export const Region = z
  .object({ startLine: anything, snippet: anything })
  .transform(region => ({
    startLine: indexOf(region.startLine) || undefined,
    snippet: region.snippet,
  }));

export const Location = z.object({
  physicalLocation: z
    .object({ artifactLocation: anything, region: anything })
    .optional()
    .catch(undefined),
  logicalLocations: anything,
});
export type Location = z.infer<typeof Location>;

export const LogicalLocation = z
  .object({ name: anything, fullyQualifiedName: anything })
  .transform(location => ({
    name: textOf(location.name),
    fullyQualifiedName: textOf(location.fullyQualifiedName),
  }));
export type LogicalLocation = z.infer<typeof LogicalLocation>;

export const Suppression = z.object({
  kind: lenient.text,
  status: lenient.text,
  // Drafts of the format called it so.
  state: lenient.text,
  justification: lenient.text,
});
