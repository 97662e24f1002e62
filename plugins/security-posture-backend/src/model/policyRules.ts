import type {
  Enforcement,
  EnforcementPoint,
  PolicyMode,
  Severity,
} from 'backstage-plugin-security-posture-common';

/** A registry, and what the organisation knows of it. */
export interface RegistryRule {
  /** `ghcr.io` or `ghcr.io/acme`. */
  host: string;
  private: boolean;
  accessControl: boolean;
  builtInScanning: boolean;
  signed: boolean;
}

/** The policy as it holds for one component: every choice made. */
export interface PolicyRules {
  mode: Record<EnforcementPoint, PolicyMode>;
  /** What `gate.fixable-high` fails on. */
  thresholds: {
    /** This severity or a worse one. */
    severity: Severity;
    /** Or this CVSS score or a higher one. */
    cvss: number;
    /** Or known to be exploited. */
    knownExploited: boolean;
    /** Only what has a fix. */
    fixableOnly: boolean;
  };
  freshness: {
    /** Days that a scan of the newest build stays fresh. */
    buildScanDays: number;
    /** Days that a scan of what runs stays fresh. */
    runningScanDays: number;
    /** Days after which a base image is old. */
    imageAgeDays: number;
    /** Days for which an admission decision tells of enforcement. */
    decisionDays: number;
  };
  /** Hosts, or hosts with a path; undefined: not configured. */
  trustedRegistries?: string[];
  registries: RegistryRule[];
  /** Builders of provenance; undefined: not configured. */
  trustedBuilders?: string[];
  /** Image lines, `*` allowed; undefined: not configured. */
  trustedBaseImages?: string[];
  /** Annotations and labels that name an owner, the first is suggested. */
  ownerAnnotations: string[];
  /** Packages of the distribution in an image, at most, to pass and to warn. */
  packages: { pass: number; warn: number };
  /** Capabilities that a container may add. */
  allowedCapabilities: string[];
  /** By check; what is absent is off. */
  checks: Partial<Record<string, Record<EnforcementPoint, Enforcement>>>;
  /** What an enforced check leads to when nothing tells. */
  unknown: Enforcement;
}

const block = { build: 'block', admission: 'warn' } as const;
const warn = { build: 'warn', admission: 'warn' } as const;

/**
 * What holds where nothing is configured. Builds break on fixable
 * vulnerabilities of high severity, on a scan that is missing or old, and on
 * what scanners miss; the webhook warns until it is told to refuse.
 */
export const defaultPolicyRules: PolicyRules = {
  mode: { build: 'enforce', admission: 'warn' },
  thresholds: {
    severity: 'high',
    cvss: 7,
    knownExploited: true,
    fixableOnly: true,
  },
  freshness: {
    buildScanDays: 7,
    runningScanDays: 30,
    imageAgeDays: 90,
    decisionDays: 30,
  },
  registries: [],
  ownerAnnotations: [
    'a8r.io/owner',
    'a8r.io/chat',
    'a8r.io/support',
    'owner',
    'team',
    'email',
  ],
  packages: { pass: 40, warn: 120 },
  allowedCapabilities: ['NET_BIND_SERVICE'],
  checks: {
    'gate.fixable-high': block,
    'gate.scan-missing': block,
    'gate.scan-stale': block,
    'image.user.root': block,
    'image.env.secret': block,
    'pod.sa.default': block,
    'deploy.secrets.env': block,
    'build.secrets.none': block,
    'deploy.privileged': warn,
    'deploy.owner.annotation': warn,
  },
  unknown: 'off',
};
