import {
  firstLine,
  plainText,
  readLinks,
} from 'backstage-plugin-security-posture-node';
import { cweOf, cwesOf } from './cwe';
import { Relationship, Rule, RuleProperties } from './schema';

/** What the findings of a rule share, read once. */
export interface ReadRule {
  id?: string;
  name?: string;
  /** One line on what the rule finds. */
  title?: string;
  description?: string;
  /** The tool's help, as it is. */
  help?: string;
  /** The tool's help as plain text for people. */
  guidance?: string;
  references: string[];
  level?: string;
  securitySeverity: unknown;
  tags: string[];
  cwes: string[];
  deprecatedIds: string[];
  purls: string[];
  messageStrings: unknown;
  properties: unknown;
}

/** Semgrep's title of every rule says its id once more. */
const EMPTY_TITLE = /^Semgrep Finding: /;

export function readRule(raw: object): ReadRule | undefined {
  const { data: rule } = Rule.safeParse(raw);
  if (!rule) return undefined;
  const properties = RuleProperties.safeParse(rule.properties).data;
  const title = firstLine(rule.shortDescription ?? '');
  return {
    id: rule.id,
    name: rule.name,
    title: title === '' || EMPTY_TITLE.test(title) ? undefined : title,
    description: text(rule.fullDescription, 4000),
    help: rule.help,
    guidance: text(rule.help, 2000),
    references: readLinks([rule.helpUri]),
    level: rule.defaultConfiguration?.level,
    securitySeverity: properties?.['security-severity'],
    tags: properties?.tags ?? [],
    cwes: cwesOf([
      ...(properties?.tags ?? []),
      ...(Array.isArray(properties?.cwe) ? properties.cwe : [properties?.cwe]),
      ...rule.relationships.map(cweOfRelationship),
    ]),
    deprecatedIds: rule.deprecatedIds,
    purls: properties?.purls ?? [],
    messageStrings: rule.messageStrings,
    properties: rule.properties,
  };
}

function text(value: string | undefined, length: number): string | undefined {
  return value === undefined ? undefined : plainText(value, length) || undefined;
}

function cweOfRelationship(raw: unknown): string | undefined {
  const target = Relationship.safeParse(raw).data?.target;
  return target && cweOf(target);
}
