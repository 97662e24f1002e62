import type { Severity } from 'backstage-plugin-security-posture-common';
import type { SourceSubject } from './subject';

/**
 * Why a tool reported a finding as not counting.
 *
 * @public
 */
export interface Suppression {
  reason: 'ignored' | 'not-affected' | 'false-positive' | 'accepted';
  /** The tool's or author's statement, if any. */
  statement?: string;
}

/** @public */
export interface BaseFinding {
  /** The subject, where it differs from the report's. */
  subject?: SourceSubject;
  severity: Severity;
  /** One line, plain text. */
  title: string;
  /** Plain text; never markup. */
  message?: string;
  remediation?: string;
  /** `http:` and `https:` links only. */
  references: string[];
  suppression?: Suppression;
}

/** @public */
export interface VulnerablePackage {
  name: string;
  version?: string;
  /** Package URL, if the tool gives one. */
  purl?: string;
  /** Type of the package URL: `deb`, `apk`, `npm`, `maven` … */
  type?: string;
  /** File or folder in which the package was found. */
  path?: string;
  /** Source package it was built from. */
  sourceName?: string;
  /** Layer that brought the package, `sha256:…`. */
  layer?: string;
}

/** @public */
export interface CvssScore {
  /** `2.0`, `3.0`, `3.1` or `4.0`. */
  version?: string;
  vector?: string;
  /** 0 to 10. */
  score?: number;
  source?: string;
}

/** @public */
export interface VulnerabilityFinding extends BaseFinding {
  kind: 'vulnerability';
  /** As the tool names it: `CVE-…`, `GHSA-…`, `DSA-…`. */
  id: string;
  /** Other names of the same vulnerability; not related ones. */
  aliases: string[];
  package: VulnerablePackage;
  /** Versions that are not affected, nearest first. Empty if there is none. */
  fixedVersions: string[];
  /** The vendor's word on a fix: `fixed`, `will-not-fix`, `not-fixed`, `end-of-life` … */
  fixStatus?: string;
  /** When the fix was published, ISO 8601. */
  fixAvailableAt?: string;
  cvss: CvssScore[];
  cwes: string[];
  /** EPSS: chance of exploitation in 30 days, 0 to 1. */
  epss?: number;
  /** Share of all vulnerabilities with a lower or equal EPSS, 0 to 1. */
  epssPercentile?: number;
  /** The day of the EPSS score, ISO 8601. */
  epssAt?: string;
  /** In the catalogue of known exploited vulnerabilities; `false` only if the tool looked it up. */
  knownExploited?: boolean;
  /** When it was added to that catalogue, ISO 8601. */
  kevAddedAt?: string;
  /** Until when that catalogue wants it mended, ISO 8601. */
  kevDueAt?: string;
  /** Known to be used by ransomware, by that catalogue. */
  ransomware?: boolean;
  publishedAt?: string;
  /** Whether the tool saw the vulnerable code called. */
  reachable?: boolean;
}

/** @public */
export interface MisconfigurationFinding extends BaseFinding {
  kind: 'misconfiguration';
  /** The tool's control or policy id. */
  id: string;
  /** File, where one is configured. */
  path?: string;
  startLine?: number;
  container?: string;
  category?: string;
}

/** @public */
export interface SecretFinding extends BaseFinding {
  kind: 'secret';
  ruleId: string;
  category?: string;
  path: string;
  startLine?: number;
  /** SHA-256 of the masked match; the secret itself is never kept. */
  matchHash?: string;
  /** The commit that brought the secret. */
  commit?: string;
}

/** @public */
export interface LicenceFinding extends BaseFinding {
  kind: 'licence';
  /** SPDX id or the tool's name. */
  licence: string;
  package?: VulnerablePackage;
  path?: string;
  category?: string;
}

/** @public */
export interface CodeFinding extends BaseFinding {
  kind: 'code';
  ruleId: string;
  path?: string;
  startLine?: number;
  /** The tool's own fingerprint, independent of lines. */
  fingerprint?: string;
  cwes: string[];
  /** `ci` for findings about pipelines. */
  category?: string;
}

/**
 * A problem as one report shows it.
 *
 * @public
 */
export type SourceFinding =
  | VulnerabilityFinding
  | MisconfigurationFinding
  | SecretFinding
  | LicenceFinding
  | CodeFinding;
