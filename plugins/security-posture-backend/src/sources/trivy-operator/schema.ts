import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

const OwnerReference = z.object({ kind: z.string(), name: z.string() });

export const Metadata = z.compile(
  z.object({
    name: lenient.text,
    namespace: lenient.text,
    creationTimestamp: lenient.timestamp,
    labels: lenient.textMap,
    annotations: lenient.textMap,
    ownerReferences: z
      .array(z.unknown())
      .catch([])
      .transform(list => OwnerReference.safeParse(list[0]).data),
  }),
);
export type Metadata = z.infer<typeof Metadata>;

const Scanner = z.object({ name: lenient.text, version: lenient.text });

const Artifact = z.object({
  repository: lenient.text,
  tag: lenient.text,
  digest: lenient.text,
});

const Registry = z.object({ server: lenient.text });

/** What all kinds of reports say around their lists. */
export const ReportFrame = z.compile(
  z.object({
    updateTimestamp: lenient.timestamp,
    scanner: lenient.part(Scanner),
    artifact: lenient.part(Artifact),
    registry: lenient.part(Registry),
    os: lenient.part(
      z.object({
        family: lenient.line,
        name: lenient.line,
        /** End of service life; left out where it is false. */
        eosl: lenient.boolean,
      }),
    ),
    summary: z.record(z.string(), z.unknown()).catch({}),
  }),
);
export type ReportFrame = z.infer<typeof ReportFrame>;

export const Vulnerability = z.object({
  vulnerabilityID: z.string().min(1),
  resource: z.string().min(1),
  installedVersion: lenient.text,
  fixedVersion: lenient.text,
  severity: z.unknown().optional(),
  title: lenient.text,
  description: lenient.text,
  primaryLink: z.unknown().optional(),
  links: z.unknown().optional(),
  score: lenient.number,
  cvss: z.unknown().optional(),
  cvsssource: lenient.text,
  publishedDate: z.unknown().optional(),
  target: lenient.text,
  class: lenient.text,
  packageType: lenient.text,
  packagePath: lenient.text,
  packagePURL: lenient.text,
});
export type Vulnerability = z.infer<typeof Vulnerability>;

export const Secret = z.object({
  ruleID: z.string().min(1),
  target: z.string().min(1),
  severity: z.unknown().optional(),
  title: lenient.text,
  category: lenient.text,
  match: lenient.text,
});
export type Secret = z.infer<typeof Secret>;

export const Check = z.object({
  checkID: z.string().min(1),
  success: z.boolean(),
  severity: z.unknown().optional(),
  title: lenient.text,
  description: lenient.text,
  category: lenient.text,
  remediation: lenient.text,
  messages: lenient.texts,
  /** Starboard wrote one message. */
  message: lenient.text,
  scope: lenient.part(z.object({ type: z.string(), value: z.string() })),
  target: lenient.text,
});
export type Check = z.infer<typeof Check>;

export const Component = z.object({
  type: lenient.text,
  name: z.string().min(1),
  group: lenient.text,
  version: lenient.text,
  purl: lenient.text,
  licenses: z.unknown().optional(),
});
export type Component = z.infer<typeof Component>;
