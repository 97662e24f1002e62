import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

/** How much of a policy is in force. */
type PolicyMode = 'dry-run' | 'warn' | 'enforce';

/** What a check that does not pass leads to. */
type Enforcement = 'off' | 'warn' | 'block';

/** Which components a rule is for: every key that is given must match. One text or several, `*` allowed. */
interface RuleMatch {
  /** `component:default/shop`; kind and namespace may be left out. */
  entityRef?: string | string[];
  /** `payments` is `system:default/payments`. */
  system?: string | string[];
  /** Of the entity in the catalog. */
  namespace?: string | string[];
  type?: string | string[];
  lifecycle?: string | string[];
  tag?: string | string[];
  /** `team-a` is `group:default/team-a`. */
  owner?: string | string[];
}

interface PolicySettings {
  /** dry-run: verdicts are recorded, nothing is refused or warned of. warn: what would block warns. Default enforce at build, warn at admission. */
  mode?: PolicyMode | { build?: PolicyMode; admission?: PolicyMode };
  /** What gate.fixable-high fails on. */
  thresholds?: {
    /** This severity or a worse one. Default high. */
    severity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
    /** Or this CVSS score or a higher one. Default 7. */
    cvss?: number;
    /** Or known to be exploited. Default true. */
    knownExploited?: boolean;
    /** Only what has a fix. Default true. */
    fixableOnly?: boolean;
  };
  freshness?: {
    /** For how long a scan of the newest build counts. Default 7 days. */
    buildScan?: HumanDuration | string;
    /** For how long a scan of what runs counts. Default 30 days. */
    runningScan?: HumanDuration | string;
    /** When a base image is old. Default 90 days. */
    imageAge?: HumanDuration | string;
    /** For how long an admission decision tells that something is enforced. Default 30 days. */
    decisions?: HumanDuration | string;
  };
  /** Hosts, or hosts with a path, that images may come from. Default: not configured. */
  trustedRegistries?: string[];
  /** What the organisation knows of its registries. Default none; each flag false. */
  registries?: {
    host: string;
    private?: boolean;
    accessControl?: boolean;
    builtInScanning?: boolean;
    signed?: boolean;
  }[];
  /** Builders of provenance. Default: not configured. */
  trustedBuilders?: string[];
  /** Image lines that images may be built on, `*` allowed. Default: not configured. */
  trustedBaseImages?: string[];
  /** Annotations and labels that name an owner, the first is suggested. Default a8r.io/owner, a8r.io/chat, a8r.io/support, owner, team, email. */
  ownerAnnotations?: string[];
  /** Packages of the distribution in an image, at most, to pass and to warn. Default 40 and 120. */
  packages?: { pass?: number; warn?: number };
  /** Capabilities that a container may add. Default NET_BIND_SERVICE. */
  allowedCapabilities?: string[];
  /** By id of a check, `*` allowed; the id itself wins over a pattern, and a longer pattern over a shorter one. docs/policy.md has the defaults. */
  checks?: {
    [checkId: string]:
      | Enforcement
      | { build?: Enforcement; admission?: Enforcement };
  };
  /** What an enforced check leads to when nothing tells. Default off: it is only listed. */
  unknown?: Enforcement;
}

export interface Config {
  securityPosture?: {
    reports?: {
      limits?: {
        /** Bytes of a body at most, after inflation. Default 52428800 (50 MiB). */
        maxBytes?: number;
        /** Bytes of a YAML body at most; YAML takes far longer to read than JSON. Default 5242880 (5 MiB). */
        maxYamlBytes?: number;
        /** Values in a body at most. Default 1500000. */
        maxElements?: number;
        /** Lists and objects inside each other at most. Default 100. */
        maxDepth?: number;
        /** Characters of one text at most. Default 8000000. */
        maxStringLength?: number;
        /** Seconds that a body may take to arrive; a slower one is answered with 408. Default 120. */
        maxBodySeconds?: number;
        /** Reports that are read and stored at the same time. Default 4. */
        maxConcurrent?: number;
        /** Reports that may wait for that; more are answered with 429 and Retry-After. Default 1000. */
        maxQueued?: number;
        /** Bytes of the bodies of all of them together. Default 104857600 (100 MiB). */
        maxQueuedBytes?: number;
      };
    };
    /** For how long a report counts as fresh; an older one makes its stage stale. Default 7 days each. */
    freshness?: {
      build?: HumanDuration | string;
      deploy?: HumanDuration | string;
      runtime?: HumanDuration | string;
    };
    mapping?: {
      /** How often the catalog is read for changed annotations. Default 1 minute. */
      interval?: HumanDuration | string;
    };
    /** How risks are accepted. */
    exceptions?: {
      /** Days ahead for which a risk can be accepted at most. Default 365. */
      maxDays?: number;
      /** Days before its end that owners and the requester are told. Default 7. */
      warnDays?: number;
      /** Whether someone else than the requester has to decide. Default true. */
      fourEyes?: boolean;
    };
    /** What silence means for findings. */
    findings?: {
      /** A finding of this stage is stale once nobody reported on it for so long. Default 30, 14 and 14 days. */
      staleAfter?: {
        build?: HumanDuration | string;
        deploy?: HumanDuration | string;
        runtime?: HumanDuration | string;
      };
      /** An alert is stale once it did not happen again for so long. Default 7 days. */
      quietAfter?: HumanDuration | string;
      /** An alert is fixed once it did not happen again for so long. Default 30 days. */
      closeAfter?: HumanDuration | string;
      /** A workload no longer runs once nothing spoke of it for so long. Default 14 days. */
      runningFor?: HumanDuration | string;
    };
    /** For how long what is stored is kept. What is open is never deleted. */
    retention?: {
      /** Documents as received, and the controls that they found in order. Default 90 days. */
      reports?: HumanDuration | string;
      /** Findings after they were fixed. Default 365 days. */
      fixedFindings?: HumanDuration | string;
      /** What was seen on artifacts that are neither the newest build nor running. Default 30 days. */
      absentEvidence?: HumanDuration | string;
      /** Admission decisions. Default 90 days. */
      decisions?: HumanDuration | string;
      /** Runtime alerts that are over, and what sensors say of themselves. Default 90 days. */
      alerts?: HumanDuration | string;
      /** What people did to findings and exceptions. Default 2 years. */
      trail?: HumanDuration | string;
      /** Daily snapshots of components. Default 2 years. */
      history?: HumanDuration | string;
    };
    intel?: {
      /** Catalogues of known exploited vulnerabilities in CISA's JSON: addresses or paths of files. Default none. */
      kev?: string[];
      /** EPSS scores in FIRST's CSV, plain or compressed with gzip: addresses or paths of files. Default none. */
      epss?: string[];
      /** When they are read. Default every 12 hours. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    /** By when findings are to be mended. */
    sla?: {
      /** Days for a finding of each severity. Default 7, 30, 90, 120. */
      days?: {
        critical?: number;
        high?: number;
        medium?: number;
        low?: number;
      };
      /** The table for vulnerabilities of which known exploitation was looked up; off: their severity. Default bod-26-04. */
      table?: 'bod-26-04' | 'off';
      /** When the clock of a vulnerability starts. Default first-seen. */
      startAt?: 'first-seen' | 'fix-available';
      /** Which kinds of findings have deadlines. Default all. */
      kinds?: {
        vulnerability?: boolean;
        misconfiguration?: boolean;
        secret?: boolean;
        licence?: boolean;
        code?: boolean;
        alert?: boolean;
      };
    };
    /** The one policy of the gate, the admission webhook and the Security tab. */
    policy?: PolicySettings & {
      /** What holds for some components only; laid over the rest in order, the last that matches wins. Default none. */
      rules?: (PolicySettings & { match: RuleMatch })[];
      /** How the admission webhook behaves, whatever the component. */
      admission?: {
        /** What happens to a request that cannot be judged. Default open. */
        failurePolicy?: 'open' | 'closed';
        /** What happens to an object of a kind that runs no pods. Default allow. */
        unknownKinds?: 'allow' | 'deny';
        /** Namespaces that are not judged, `*` allowed. Default kube-system, kube-public, kube-node-lease. */
        exemptNamespaces?: string[];
        /** Whether the annotation security-posture.io/break-glass lets an object in. Default true. */
        breakGlass?: boolean;
        /** Address of a Security tab for refusals; {kind}, {namespace} and {name} stand for the entity. Default the portal's. */
        link?: string;
      };
    };
  };
}
