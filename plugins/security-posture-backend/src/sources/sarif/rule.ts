import {
  firstLine,
  plainText,
  readLinks,
} from 'backstage-plugin-security-posture-node';
import { cweOf, cwesOf } from './cwe';
import { Properties, Relationship, Rule } from './schema';

/** What the findings of a rule share, read once. */
export interface ReadRule {
  id?: string;
  name?: string;
  /** One line on what the rule finds. */
  title?: string;
  description?: string;
  /** The tool's help, as it is. */
  help?: string;
  /** The help as plain text, once somebody asked for it. */
  guidance?: string;
  references: string[];
  level?: string;
  securitySeverity: unknown;
  tags: string[];
  cwes: string[];
  deprecatedIds: string[];
  purls: string[];
  messageStrings: unknown;
  properties?: Properties;
}

/** Semgrep's title of every rule says its id once more. */
const EMPTY_TITLE = /^Semgrep Finding: /;

export function readRule(raw: object): ReadRule | undefined {
  const { data: rule } = Rule.safeParse(raw);
  if (!rule) return undefined;
  const properties = readProperties(rule.properties);
  const title = firstLine(rule.shortDescription ?? '');
  return {
    id: rule.id,
    name: rule.name,
    title: title === '' || EMPTY_TITLE.test(title) ? undefined : title,
    description: text(rule.fullDescription, 4000),
    help: rule.help,
    references: readLinks([rule.helpUri]),
    level: rule.level,
    securitySeverity: properties?.['security-severity'],
    tags: properties?.tags ?? [],
    cwes: readCwes(properties, rule.relationships),
    deprecatedIds: rule.deprecatedIds,
    purls: properties?.purls ?? [],
    messageStrings: rule.messageStrings,
    properties,
  };
}

export function readProperties(raw: unknown): Properties | undefined {
  return raw === undefined ? undefined : Properties.safeParse(raw).data;
}

/** The help of a rule for people. Most results of scanners do not need it. */
export function guidanceOf(rule: ReadRule | undefined): string | undefined {
  if (!rule) return undefined;
  rule.guidance ??= text(rule.help, 2000);
  return rule.guidance;
}

function readCwes(
  properties: Properties | undefined,
  relationships: unknown[],
): string[] {
  const { tags = [], cwe } = properties ?? {};
  return cwesOf([
    ...tags,
    ...(Array.isArray(cwe) ? cwe : [cwe]),
    ...relationships.map(cweOfRelationship),
  ]);
}

function text(value: string | undefined, length: number): string | undefined {
  return value === undefined
    ? undefined
    : plainText(value, length) || undefined;
}

function cweOfRelationship(raw: unknown): string | undefined {
  const target = Relationship.safeParse(raw).data?.target;
  return target && cweOf(target);
}
