import {
  enforcements,
  policyModes,
  type Severity,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod';
import {
  choice,
  closed,
  days,
  flag,
  host,
  listOf,
  namesOf,
  number,
  oneOrMore,
  perPoint,
  text,
} from './fields';
import { shown } from './problems';

/** A threshold of `unknown` would mean either everything or nothing. */
type Threshold = Exclude<Severity, 'unknown'>;
const thresholds: readonly [Threshold, ...Threshold[]] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

const capability = text
  .transform(value => value.toUpperCase().replace(/^CAP_/, ''))
  .refine(value => /^[A-Z_]+$/.test(value), {
    error: ({ input }) =>
      `must be a capability such as NET_BIND_SERVICE, got ${shown(input)}`,
  });

const placeholders = ['{kind}', '{namespace}', '{name}'];

const link = text.refine(
  value => {
    const address = placeholders.reduce(
      (filled, placeholder) => filled.replaceAll(placeholder, 'x'),
      value,
    );
    return /^https?:\/\/[^{}]+$/.test(address) && URL.canParse(address);
  },
  {
    error: ({ input }) =>
      `must be an http or https address, in which ${placeholders.join(
        ', ',
      )} may stand for the component, got ${shown(input)}`,
  },
);

/** What the base of a policy sets, and each of its rules. */
const settings = {
  mode: perPoint(policyModes).optional(),
  thresholds: closed({
    severity: choice(thresholds).optional(),
    cvss: number(0, 10).optional(),
    knownExploited: flag.optional(),
    fixableOnly: flag.optional(),
  }).optional(),
  freshness: closed({
    buildScan: days.optional(),
    runningScan: days.optional(),
    imageAge: days.optional(),
    decisions: days.optional(),
  }).optional(),
  trustedRegistries: namesOf(host).optional(),
  registries: listOf(
    closed({
      host,
      private: flag.default(false),
      accessControl: flag.default(false),
      builtInScanning: flag.default(false),
      signed: flag.default(false),
    }),
  ).optional(),
  trustedBuilders: namesOf(text).optional(),
  trustedBaseImages: namesOf(text).optional(),
  ownerAnnotations: namesOf(text).optional(),
  packages: closed({
    pass: number(0, 100_000, true).optional(),
    warn: number(0, 100_000, true).optional(),
  }).optional(),
  allowedCapabilities: listOf(capability).optional(),
  checks: z
    .record(z.string(), perPoint(enforcements), {
      error: ({ input }) => `must be a map of checks, got ${shown(input)}`,
    })
    .optional(),
  unknown: choice(enforcements).optional(),
};

const match = closed({
  entityRef: oneOrMore.optional(),
  system: oneOrMore.optional(),
  namespace: oneOrMore.optional(),
  type: oneOrMore.optional(),
  lifecycle: oneOrMore.optional(),
  tag: oneOrMore.optional(),
  owner: oneOrMore.optional(),
});

const admission = closed({
  failurePolicy: choice(['open', 'closed']).optional(),
  unknownKinds: choice(['allow', 'deny']).optional(),
  exemptNamespaces: listOf(text).optional(),
  breakGlass: flag.optional(),
  link: link.optional(),
});

/** `securityPosture.policy` of the configuration; `docs/policy.md` explains each key. */
export const policyDocument = closed({
  ...settings,
  rules: listOf(closed({ match: match.optional(), ...settings })).optional(),
  admission: admission.optional(),
});

export type PolicyDocument = z.infer<typeof policyDocument>;
export type PolicySettings = Omit<PolicyDocument, 'rules' | 'admission'>;
export type PolicyRule = NonNullable<PolicyDocument['rules']>[number];
export type RuleMatch = z.infer<typeof match>;
