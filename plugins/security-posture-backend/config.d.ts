import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

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
  };
}
