import {
  readSeverity,
  type SourceFinding,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readFalcoSeverity } from '../../sources/falco/severity';
import type { ManifestEntry } from '../corpus';
import { sarifCounts } from './sarifCounts';
import {
  multiplied,
  nonZero,
  plus,
  spelt,
  tally,
  total,
  type Tally,
} from './tally';

/** Our number beside the one that was counted independently. */
interface Pair<T> {
  ours: T;
  counted: T;
}

/** The comparisons that the manifest allows for one file. */
export interface Comparison {
  /** Elements by kind; `elements` where the manifest does not tell kinds apart. */
  read: Pair<Tally>;
  severities?: Pair<Tally>;
  /** What a tool's policy, check or author says of an element. */
  outcomes?: Pair<Tally>;
}

type Compare = (
  expected: ManifestEntry['expect'],
  reports: SourceReport[],
  file: string,
) => Comparison;

/** Where a severity is missing and a CVSS score is not, we rate by the score. */
const ratedByScore: Record<string, Tally> = {
  'cyclonedx/dd-no-severity.json': { critical: 1 },
};

/** `resolved` is no open problem either. */
const harmless = [
  'not_affected',
  'false_positive',
  'resolved',
  'resolved_with_pedigree',
];

/** Files whose groups were lost before they came to us; we group again. */
const regrouped: Record<string, string> = {
  'osv-scanner/osv-image-chiseled-ubuntu.json':
    'its test harness wrote the number of groups in place of the groups; the numbers sum up to 153',
};

/** Decisions in a refusal's message, policy by policy, counted by hand: two policies of Kyverno with a rule each. */
const inMessages: Record<string, number> = {
  'k8s-audit/fairwinds-pods_blocked.json': 2,
  'k8s-audit/eventlist-webhook-2.json': 2,
};

/** Somebody's shell in a container, which is an alert. */
const interactive: Record<string, number> = {
  'k8s-audit/falco-exec_pod.json': 1,
};

/** How the files of each format compare with their numbers in the manifest. */
export const comparisons: Record<string, Compare> = {
  trivy: (expected, reports) => {
    const { vulnerabilities, misconfigurations, secrets, licenses } = expected;
    const suppressed = total(expected.modifiedFindings ?? {});
    const reported = findingsOf(reports).filter(
      finding => suppressed === 0 || !finding.suppression,
    );
    const checks = reported.filter(({ kind }) => kind === 'misconfiguration');
    return {
      read: {
        // The manifest does not count packages.
        ours: readOf(reports, ['package']),
        counted: nonZero({
          vulnerability: vulnerabilities.total,
          suppressed,
          misconfiguration: misconfigurations.total,
          secret: secrets.total,
          licence: licenses.total,
        }),
      },
      severities: {
        ours: severitiesOf(reported),
        counted: plus(
          ...[
            vulnerabilities.bySeverity,
            misconfigurations.failBySeverity,
            secrets.bySeverity,
            licenses.bySeverity,
          ].map(counts => spelt(counts, readSeverity)),
        ),
      },
      outcomes: {
        ours: nonZero({
          FAIL: checks.length,
          PASS: reports.flatMap(({ passes }) => passes).length,
        }),
        counted: misconfigurations.byStatus,
      },
    };
  },
  grype: (expected, reports) => {
    const { matches, ignoredMatches, bySeverity } = expected;
    return {
      read: {
        ours: readOf(reports),
        counted: nonZero({
          vulnerability: matches,
          suppressed: ignoredMatches,
        }),
      },
      severities: {
        ours: severitiesOf(
          findingsOf(reports).filter(({ suppression }) => !suppression),
        ),
        counted: spelt(bySeverity, readSeverity),
      },
    };
  },
  sarif: sarifCounts,
  cyclonedx: ({ componentsRecursive, vulnerabilities }, reports, file) => {
    const findings = findingsOf(reports);
    // One finding for each component that a vulnerability affects.
    const times = vulnerabilities.affects / (vulnerabilities.total || 1);
    return {
      read: {
        ours: readOf(reports),
        counted: nonZero({
          package: componentsRecursive,
          vulnerability: vulnerabilities.total,
        }),
      },
      severities: {
        ours: severitiesOf(findings),
        counted:
          ratedByScore[file] ??
          multiplied(
            spelt(vulnerabilities.byMaxRatingSeverity, readSeverity),
            times,
          ),
      },
      outcomes: {
        ours: tally(
          findings.map(({ suppression }) =>
            suppression ? 'harmless' : 'a problem',
          ),
        ),
        counted: multiplied(
          spelt(vulnerabilities.analysisState, state =>
            harmless.includes(state) ? 'harmless' : 'a problem',
          ),
          times,
        ),
      },
    };
  },
  // No group of the corpus has a severity of its own; the databases' words are
  // on records, and yield to a score.
  'osv-scanner': ({ groups, vulnerabilityEntries }, reports, file) => ({
    read: {
      ours: readOf(reports),
      counted: nonZero({
        vulnerability: file in regrouped ? vulnerabilityEntries : groups,
      }),
    },
  }),
  policyreport: policyCounts,
  openreports: policyCounts,
  gatekeeper: ({ violations, byAction }, reports) => ({
    read: {
      ours: readOf(reports),
      counted: nonZero({ 'policy-result': violations }),
    },
    outcomes: {
      ours: tally(decisionsOf(reports).map(({ action }) => action)),
      counted: spelt(byAction, action =>
        action === 'dryrun' ? 'audit' : action,
      ),
    },
  }),
  'k8s-audit': (expected, reports, file) => {
    const decided = new Set(
      decisionsOf(reports).map(({ eventId }) => eventId?.split('#')[0]),
    ).size;
    const { event = 0, workload: _, ...read } = readOf(reports);
    return {
      read: {
        // An event is an alert, has decisions, or is nothing of note.
        ours: { ...read, events: event + (read.alert ?? 0) + decided },
        counted: nonZero({
          decision:
            expected.vapFailures.length +
            expected.podSecurityViolations.length +
            (inMessages[file] ?? 0),
          alert: interactive[file] ?? 0,
          events: expected.events,
        }),
      },
    };
  },
  admissionreview: ({ reviews }, reports) => ({
    read: { ours: readOf(reports), counted: { workload: reviews } },
  }),
  stackrox: ({ alerts, bySeverity }, reports) => ({
    read: {
      // Violations without a policy, which Splunk polls, are events.
      ours: nonZero({ elements: total(readOf(reports, ['event'])) }),
      counted: nonZero({ elements: alerts }),
    },
    severities: {
      ours: plus(
        severitiesOf(findingsOf(reports)),
        severitiesOf(reports.flatMap(report => report.alerts)),
        severitiesOf(decisionsOf(reports)),
      ),
      counted: spelt(bySeverity, word =>
        readSeverity(word.replace('_SEVERITY', '')),
      ),
    },
  }),
  falco: ({ alerts, byPriority, bySource }, reports) => {
    // Falco's word about itself has a priority, and is no alert to us.
    const internal = bySource.internal ?? 0;
    return {
      read: { ours: readOf(reports), counted: { alert: alerts } },
      severities: {
        ours: severitiesOf(reports.flatMap(report => report.alerts)),
        counted:
          internal === alerts
            ? {}
            : spelt(byPriority, word => readFalcoSeverity(word, '')),
      },
    };
  },
  tetragon: ({ events }, reports) => ({
    read: { ours: readOf(reports), counted: { event: events } },
  }),
  'trivy-operator': (expected, reports) => {
    const { vulnerabilities, checks, secrets, compliance } = expected;
    const controls = compliance.reduce(
      (sum: number, one: { controls: number }) => sum + one.controls,
      0,
    );
    const failed = findingsOf(reports).filter(
      ({ kind }) => kind === 'misconfiguration',
    );
    return {
      read: {
        ours: readOf(reports),
        counted: nonZero({
          vulnerability: vulnerabilities.total,
          secret: secrets.total,
          misconfiguration: checks.total + controls,
        }),
      },
      // Of controls the manifest has the number alone.
      severities: {
        ours: severitiesOf(
          findingsOf(reports).filter(
            ({ kind }) => controls === 0 || kind !== 'misconfiguration',
          ),
        ),
        counted: plus(
          ...[
            vulnerabilities.bySeverity,
            checks.failBySeverity,
            secrets.bySeverity,
          ].map(counts => spelt(counts, readSeverity)),
        ),
      },
      outcomes: {
        ours:
          controls > 0
            ? {}
            : nonZero({
                False: failed.length,
                True: reports.flatMap(({ passes }) => passes).length,
              }),
        counted: checks.bySuccess,
      },
    };
  },
  gitleaks: ({ findings }, reports) => ({
    read: { ours: readOf(reports), counted: nonZero({ secret: findings }) },
  }),
  openvex: ({ list }, reports) => ({
    read: {
      ours: readOf(reports),
      counted: nonZero({
        'vex-statement': list.reduce(
          (sum: number, { statements }: { statements: number }) =>
            sum + statements,
          0,
        ),
      }),
    },
    outcomes: {
      ours: tally(
        reports.flatMap(report =>
          report.vexStatements.map(({ status }) => status),
        ),
      ),
      counted: plus(
        ...list.map(({ byStatus }: { byStatus: Tally }) =>
          spelt(byStatus, status => status.replace(/_/g, '-')),
        ),
      ),
    },
  }),
  intoto: ({ statements }, reports) => ({
    read: { ours: readOf(reports), counted: { attestation: statements } },
  }),
};

function policyCounts(
  expected: ManifestEntry['expect'],
  reports: SourceReport[],
): Comparison {
  // Python's None is an outcome that the result does not say: it is skipped.
  const { None: unsaid = 0, ...byResult } = expected.byResult;
  const decisions = decisionsOf(reports);
  return {
    read: {
      ours: {
        ...readOf(reports),
        skipped: reports.reduce((sum, one) => sum + one.skippedTotal, 0),
      },
      counted: {
        ...nonZero({ 'policy-result': expected.results }),
        skipped: unsaid,
      },
    },
    severities:
      unsaid > 0
        ? { ours: {}, counted: {} }
        : {
            ours: severitiesOf(decisions),
            counted: spelt(expected.bySeverity, readSeverity),
          },
    outcomes: {
      ours: tally(decisions.map(({ outcome }) => outcome)),
      counted: byResult,
    },
  };
}

function findingsOf(reports: SourceReport[]): SourceFinding[] {
  return reports.flatMap(({ findings }) => findings);
}

function decisionsOf(reports: SourceReport[]) {
  return reports.flatMap(({ decisions }) => decisions);
}

function severitiesOf(elements: { severity: string }[]): Tally {
  return tally(elements.map(({ severity }) => severity));
}

function readOf(reports: SourceReport[], leftOut: string[] = []): Tally {
  const counts = plus(...reports.map(({ read }) => nonZero(read)));
  return Object.fromEntries(
    Object.entries(counts).filter(([kind]) => !leftOut.includes(kind)),
  );
}
