/** A layer of an image, as Trivy names it. */
export interface TrivyLayer {
  Digest: string;
  DiffID: string;
}

export interface TrivyPackage {
  ID?: string;
  Name: string;
  Identifier: { PURL: string; UID: string };
  Version: string;
  Release?: string;
  Epoch?: number;
  Arch?: string;
  SrcName?: string;
  SrcVersion?: string;
  SrcRelease?: string;
  SrcEpoch?: number;
  Licenses?: string[];
  Relationship?: string;
  Layer?: TrivyLayer;
  FilePath?: string;
  Digest?: string;
  AnalyzedBy?: string;
}

export interface TrivyVulnerability {
  VulnerabilityID: string;
  VendorIDs?: string[];
  PkgID?: string;
  PkgName: string;
  PkgPath?: string;
  PkgIdentifier: { PURL: string; UID: string };
  InstalledVersion: string;
  FixedVersion?: string;
  Status: string;
  Layer?: TrivyLayer;
  SeveritySource?: string;
  PrimaryURL: string;
  DataSource: { ID: string; Name: string; URL: string };
  Fingerprint?: string;
  Title: string;
  Description: string;
  Severity: string;
  CweIDs?: string[];
  VendorSeverity?: Record<string, number>;
  CVSS?: Record<string, Record<string, string | number>>;
  References: string[];
  PublishedDate: string;
}

export interface TrivyMisconfiguration {
  Type: string;
  ID: string;
  AVDID?: string;
  Title: string;
  Description: string;
  Message: string;
  Namespace: string;
  Query: string;
  Resolution: string;
  Severity: string;
  PrimaryURL: string;
  References: string[];
  Status: string;
  CauseMetadata: {
    Provider: string;
    Service: string;
    StartLine?: number;
    EndLine?: number;
  };
}

export interface TrivySecret {
  RuleID: string;
  Category: string;
  Severity: string;
  Title: string;
  StartLine: number;
  EndLine: number;
  Code: { Lines: TrivyCodeLine[] };
  Match: string;
  Layer?: TrivyLayer;
  Offset?: number;
}

export interface TrivyCodeLine {
  Number: number;
  Content: string;
  IsCause: boolean;
  Annotation: string;
  Truncated: boolean;
  Highlighted?: string;
  FirstCause: boolean;
  LastCause: boolean;
}

/** One target of a report. */
export interface TrivyResult {
  Target: string;
  Class?: string;
  Type?: string;
  Packages?: TrivyPackage[];
  Vulnerabilities?: TrivyVulnerability[];
  MisconfSummary?: { Successes: number; Failures: number };
  Misconfigurations?: TrivyMisconfiguration[];
  Secrets?: TrivySecret[];
}
