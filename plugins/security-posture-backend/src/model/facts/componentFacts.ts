import type {
  DecisionAction,
  FindingKind,
  Severity,
  Stage,
  Subject,
} from 'backstage-plugin-security-posture-common';
import type { Exposure } from '../exposure';
import type { PodContainer, PodSettings } from './podConfiguration';

/**
 * What is known about a component at one moment, as checks, risk and policy
 * judge it. Plain data: absent means unknown, an empty list means that it was
 * looked at and there is none.
 */
export interface ComponentFacts {
  component: ComponentIdentity;
  /** Which tools spoke, and when last. */
  sources: SourceFacts[];
  /** The newest builds and what runs, of image lines and repositories. */
  artifacts: ArtifactFacts[];
  /** What runs pods. */
  workloads: WorkloadFacts[];
  /** Services, network policies, roles … in the namespaces of the workloads, and cluster-wide bindings. */
  objects: ObjectFacts[];
  /** Open and stale findings, the worst first; runtime alerts are among them. */
  findings: FindingFacts[];
  /** Whether there are more findings than `findings` holds. */
  isTruncated: boolean;
  /**
   * Whether a catalogue of known exploitation was read, so that a finding that
   * is not in it is known not to be.
   */
  isExploitationKnown: boolean;
  /** Controls that tools found in order. */
  passes: PassFacts[];
  /** Admission decisions that still count, newest first. */
  decisions: DecisionFacts[];
  /** Approved exceptions on checks that cover the component. */
  exceptions: CheckException[];
}

/** What the catalog says of a component. */
export interface ComponentIdentity {
  entityRef: string;
  type?: string;
  lifecycle?: string;
  ownerRef?: string;
  systemRef?: string;
  tags: string[];
  /** From 1, the most important. */
  tier?: number;
  /** How many entities depend on it; undefined if the catalog was not asked. */
  dependents?: number;
  /** Where its source lies: `github.com/acme/shop`. */
  sourceRepository?: string;
  /** Whether the owner can be reached; undefined if the catalog was not asked. */
  owner?: {
    state: 'owned' | 'unresolvable' | 'missing';
    name?: string;
    /** An e-mail address, a chat or somebody on call is known. */
    isReachable: boolean;
  };
}

export interface SourceFacts {
  stage: Stage;
  source: string;
  tool: string;
  subjectId: string;
  reportId: string;
  /** ISO 8601. */
  lastReportAt: string;
  complete: boolean;
  /** It came from a pipeline: with commit, branch or the address of its run. */
  fromPipeline: boolean;
}

/** A digest of an image line, or a branch of a repository. */
export interface ArtifactFacts {
  subjectId: string;
  kind: 'image' | 'repository';
  /** `ghcr.io/acme/shop`, `github.com/acme/shop`. */
  name: string;
  /** `sha256:…` of an image; undefined: unknown. */
  digest?: string;
  tag?: string;
  branch?: string;
  commit?: string;
  /** The newest build of its line. */
  built: boolean;
  running: boolean;
  builtAt?: string;
  admittedAt?: string;
  runningSince?: string;
  /** When which source last looked for what, completely or not. */
  scans: ScanFacts[];
  /** What it is built of; undefined: no report tells. */
  image?: ImageSettings;
  /** Undefined: no list of packages is known. */
  packages?: PackageFacts;
  attestations: AttestationFacts[];
}

export interface ScanFacts {
  source: string;
  tool: string;
  kind: FindingKind;
  reportId: string;
  /** ISO 8601. */
  at: string;
  complete: boolean;
  /** By a source that speaks of what is built, not of what runs. */
  ofBuild: boolean;
}

export interface ImageSettings {
  createdAt?: string;
  os?: { family: string; version?: string; endOfLife?: boolean };
  /** Empty: root, because the image names none. */
  user?: string;
  /** Names of variables that are set in the image. */
  environment?: string[];
  exposedPorts?: string[];
  baseImages?: string[];
  sizeBytes?: number;
}

export interface PackageFacts {
  total: number;
  /** Packages of the distribution. */
  ofSystem: number;
  /** Packages of languages. */
  ofLanguages: number;
  /** Names of packages that attackers use; see `model/facts/attackerTools`. */
  notable: string[];
}

export interface AttestationFacts {
  id: string;
  predicateType: string;
  builderId?: string;
  sourceRepository?: string;
  sourceCommit?: string;
  signer?: string;
  issuer?: string;
  /** A tool verified the signature; documents are never taken at their word. */
  verified: boolean;
  at: string;
}

/** What runs pods: a Deployment, a CronJob, a Pod that nothing controls. */
export interface WorkloadFacts {
  subjectId: string;
  subject: Subject;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Undefined: only its name is known, or its images. */
  configuration?: {
    source: string;
    reportId?: string;
    at?: string;
    containers: PodContainer[];
    settings: PodSettings;
  };
  /** Undefined: unknown. */
  exposure?: Exposure;
  images: { subjectId: string; name: string; digest?: string; tag?: string }[];
}

/** Another object of a cluster, JSON read but not understood further. */
export interface ObjectFacts {
  subjectId: string;
  kind: string;
  name: string;
  cluster?: string;
  namespace?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: Record<string, unknown>;
}

export interface FindingFacts {
  id: string;
  subjectId: string;
  subject: Subject;
  kind: FindingKind;
  stage: Stage;
  /** Canonical id of the vulnerability, or the control, rule … */
  problem: string;
  title: string;
  severity: Severity;
  /** Nobody looked for it for too long. */
  isStale: boolean;
  fixable: boolean;
  built: boolean;
  running: boolean;
  /** Digests of its image line on which it is seen, as in `ArtifactFacts.digest`; empty: unknown. */
  digests: string[];
  package?: { name: string; version?: string; type?: string };
  fixedVersions: string[];
  /** It came with the base image; undefined: unknown. */
  isFromBase?: boolean;
  path?: string;
  container?: string;
  cvss?: number;
  /** 0 to 1; undefined: unknown. */
  epss?: number;
  knownExploited: boolean;
  ransomware: boolean;
  /** Undefined: no tool looked. */
  isReachable?: boolean;
  /** A VEX statement or a person says that it is being looked into. */
  isUnderInvestigation: boolean;
  tools: string[];
  firstSeenAt: string;
  dueAt?: string;
  /** Of a runtime alert only. */
  alert?: {
    source: string;
    tags: string[];
    count: number;
    lastSeenAt: string;
    container?: string;
    /** Executables that the sensor named. */
    processes: string[];
  };
}

export interface PassFacts {
  control: string;
  subjectId: string;
  source: string;
  title: string;
  reportId: string;
  at: string;
}

export interface DecisionFacts {
  id: string;
  subjectId: string;
  subject: Subject;
  engine: string;
  policy: string;
  rule?: string;
  action: DecisionAction;
  severity: Severity;
  message?: string;
  count: number;
  firstSeenAt: string;
  lastSeenAt: string;
}

/** An approved exception whose target is a check. */
export interface CheckException {
  id: string;
  checkId: string;
  /** Undefined: until revoked. */
  expiresAt?: string;
  /** Covers one image line only. */
  imageLine?: string;
}

/** Facts of a component of which nothing is known. */
export function noFacts(component: ComponentIdentity): ComponentFacts {
  return {
    component,
    sources: [],
    artifacts: [],
    workloads: [],
    objects: [],
    findings: [],
    isTruncated: false,
    isExploitationKnown: false,
    passes: [],
    decisions: [],
    exceptions: [],
  };
}
