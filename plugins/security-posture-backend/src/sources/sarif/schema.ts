import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** A part that is read later, if at all. */
const anything = z.unknown().optional();

/** An object whose parts plain functions read, without a copy of it before. */
const anyObject = z.custom<Record<string, unknown>>(isObject, {
  error: ({ input }) =>
    `Invalid input: expected object, received ${typeName(input)}`,
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

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
export const MultiformatText = lenient.part(
  z.object({ text: anything }).transform(({ text }) => textOf(text)),
);

export const Message = z.compile(
  anyObject.transform(message => ({
    text: textOf(message.text),
    id: textOf(message.id),
    arguments: Array.isArray(message.arguments) ? message.arguments : [],
  })),
);
export type Message = z.infer<typeof Message>;

/** What tools write beside the fields of the format; Trivy and Dependency-Check their scores. */
export const Properties = z.compile(
  z.object({
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
  }),
);
export type Properties = z.infer<typeof Properties>;

/** Scanners write a rule for each vulnerability, so there are as many as results. */
export const Rule = z.compile(
  z
    .object({
      id: anything,
      name: anything,
      shortDescription: MultiformatText,
      fullDescription: MultiformatText,
      help: MultiformatText,
      helpUri: anything,
      deprecatedIds: anything,
      defaultConfiguration: lenient.part(z.object({ level: anything })),
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
    })),
);
export type Rule = z.infer<typeof Rule>;

/** A reference to a rule or to a weakness of a taxonomy. */
export const Reference = z.object({
  id: lenient.text,
  index: lenient.number,
  toolComponent: lenient.part(
    z.object({ name: lenient.text, guid: lenient.text, index: lenient.number }),
  ),
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
  workingDirectory: lenient.part(z.object({ uri: lenient.text })),
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
  tool: lenient.part(
    z.object({
      driver: lenient.part(ToolComponent),
      extensions: list,
    }),
  ),
  results: z.unknown().optional(),
  artifacts: list,
  originalUriBaseIds: z.unknown().optional(),
  invocations: list,
  versionControlProvenance: list,
  automationDetails: lenient.part(z.object({ id: lenient.text })),
  externalPropertyFileReferences: lenient.part(z.object({ results: anything })),
  properties: z.unknown().optional(),
});
export type Run = z.infer<typeof Run>;

/**
 * Results come by the ten thousand: their texts are read by plain functions,
 * and parts that have parts themselves when they are needed.
 */
export const Result = z.compile(
  anyObject.transform(result => ({
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
  })),
);
export type Result = z.infer<typeof Result>;

export const ArtifactLocation = z.compile(
  anyObject.transform(location => ({
    uri: textOf(location.uri),
    uriBaseId: textOf(location.uriBaseId),
    index: indexOf(location.index),
  })),
);
export type ArtifactLocation = z.infer<typeof ArtifactLocation>;

export const Region = z.compile(
  anyObject.transform(region => ({
    startLine: indexOf(region.startLine) || undefined,
    snippet: region.snippet,
  })),
);

export const Location = z.compile(
  z.object({
    physicalLocation: lenient.part(
      z.object({ artifactLocation: anything, region: anything }),
    ),
    logicalLocations: anything,
  }),
);
export type Location = z.infer<typeof Location>;

export const LogicalLocation = z.compile(
  anyObject.transform(location => ({
    name: textOf(location.name),
    fullyQualifiedName: textOf(location.fullyQualifiedName),
  })),
);
export type LogicalLocation = z.infer<typeof LogicalLocation>;

export const Suppression = z.object({
  kind: lenient.text,
  status: lenient.text,
  // Drafts of the format called it so.
  state: lenient.text,
  justification: lenient.text,
});
