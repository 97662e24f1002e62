import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** Longer ids and names are no ids and names; no index could hold them. */
const id = z.string().trim().min(1).max(300);
const name = z.string().trim().min(1).max(1000);

/** Read by a function of its own, which takes anything. */
const anything = z.unknown().optional();

export const Metadata = z.object({
  ImageID: lenient.text,
  RepoTags: lenient.texts,
  RepoDigests: lenient.texts,
  Reference: lenient.text,
  RepoURL: lenient.text,
  Branch: lenient.text,
  Commit: lenient.text,
  OS: lenient.part(
    z.object({
      Family: lenient.line,
      Name: lenient.line,
      /** End of service life; left out where it is false. */
      EOSL: lenient.boolean,
    }),
  ),
  Size: lenient.number,
  ImageConfig: anything,
  DiffIDs: lenient.texts,
  Layers: lenient.list(z.object({ DiffID: lenient.text })),
});
export type Metadata = z.infer<typeof Metadata>;

/** Report of `trivy image`, `fs`, `repo`, `config`, `sbom` and `vm`, since 0.20. */
export const ArtifactDocument = z.object({
  SchemaVersion: anything,
  Trivy: lenient.part(z.object({ Version: lenient.text })),
  CreatedAt: anything,
  ArtifactName: lenient.text,
  ArtifactType: lenient.text,
  Metadata: lenient.part(Metadata),
  Results: z.array(z.unknown()).nullish(),
});
export type ArtifactDocument = z.infer<typeof ArtifactDocument>;

/** Report of `trivy k8s`; the lists changed names with its versions. */
export const ClusterDocument = z.object({
  ClusterName: lenient.text,
  Resources: z.array(z.unknown()).nullish(),
  Findings: z.array(z.unknown()).nullish(),
  Vulnerabilities: z.array(z.unknown()).nullish(),
  Misconfigurations: z.array(z.unknown()).nullish(),
});
export type ClusterDocument = z.infer<typeof ClusterDocument>;

export const Resource = z.compile(
  z.object({
    Namespace: lenient.text,
    Kind: name,
    Name: name,
    /** A list since 0.60. */
    Metadata: lenient.part(z.union([Metadata, z.array(Metadata)])),
    Results: z.array(z.unknown()).nullish(),
    Error: lenient.text,
  }),
);
export type Resource = z.infer<typeof Resource>;

export const Result = z.compile(
  z.object({
    Target: lenient.text,
    Class: lenient.text,
    Type: lenient.text,
    Packages: anything,
    Vulnerabilities: anything,
    Misconfigurations: anything,
    Secrets: anything,
    Licenses: anything,
    ExperimentalModifiedFindings: anything,
  }),
);
export type Result = z.infer<typeof Result>;

const Layer = lenient.part(z.object({ Digest: anything, DiffID: anything }));

export const Vulnerability = z.object({
  VulnerabilityID: id,
  VendorIDs: anything,
  PkgID: lenient.text,
  PkgName: name,
  PkgPath: lenient.text,
  PkgIdentifier: lenient.part(z.object({ PURL: anything })),
  InstalledVersion: lenient.text,
  FixedVersion: lenient.text,
  Status: lenient.text,
  Layer,
  PrimaryURL: anything,
  Title: lenient.text,
  Description: lenient.text,
  Severity: anything,
  CweIDs: anything,
  CVSS: anything,
  References: anything,
  PublishedDate: anything,
});
export type Vulnerability = z.infer<typeof Vulnerability>;

export const Misconfiguration = z.object({
  ID: lenient.text,
  AVDID: lenient.text,
  Namespace: lenient.text,
  Title: lenient.text,
  Description: lenient.text,
  Message: lenient.text,
  Resolution: lenient.text,
  Severity: anything,
  PrimaryURL: anything,
  References: anything,
  /** Absent from reports of very old versions, which list failures only. */
  Status: z.enum(['PASS', 'FAIL', 'EXCEPTION']).default('FAIL'),
  CauseMetadata: lenient.part(
    z.object({ Service: lenient.text, StartLine: lenient.number }),
  ),
});
export type Misconfiguration = z.infer<typeof Misconfiguration>;

export const Secret = z.object({
  RuleID: id,
  Category: lenient.text,
  Severity: anything,
  Title: lenient.text,
  StartLine: lenient.number,
  Match: lenient.text,
});
export type Secret = z.infer<typeof Secret>;

export const Licence = z.object({
  Name: name,
  Severity: anything,
  Category: lenient.text,
  PkgName: lenient.text,
  FilePath: lenient.text,
  Link: anything,
});
export type Licence = z.infer<typeof Licence>;

/** A finding that an ignore file or a VEX document took out of the lists. */
export const ModifiedFinding = z.object({
  Type: z.enum(['vulnerability', 'misconfiguration', 'secret', 'license']),
  Status: lenient.text,
  Statement: lenient.text,
  Source: lenient.text,
  Finding: anything,
});
export type ModifiedFinding = z.infer<typeof ModifiedFinding>;

export const Package = z.object({
  ID: lenient.text,
  Name: name,
  Identifier: lenient.part(z.object({ PURL: anything })),
  Version: lenient.text,
  Release: lenient.text,
  Epoch: lenient.number,
  SrcName: lenient.text,
  Licenses: lenient.texts,
  FilePath: lenient.text,
});
export type Package = z.infer<typeof Package>;
