import { createHash } from 'node:crypto';
import type {
  PolicyVerdict,
  Violation,
} from 'backstage-plugin-security-posture-common';
import type { Location, Log, Result } from 'sarif';
import { sarifRules } from './sarifRules';
import { exceptionOf } from './reasons';

export type Level = 'error' | 'warning';

/** A check that did not pass, and what it amounts to. */
export interface Finding {
  violation: Violation;
  level: Level;
  waived: boolean;
}

/**
 * A verdict in SARIF 2.1.0: a rule for every check, a result for everything that
 * blocks or warns, suppressed where an exception covers it. Enforced checks that
 * nothing tells about are notifications, not results.
 *
 * @param url - the base of the plugin's API
 */
export function toSarif(
  verdict: PolicyVerdict,
  { url, version }: { url: string; version: string },
): Log {
  const findings = findingsOf(verdict);
  const rules = sarifRules(findings, url);
  const about = [
    ...verdict.entityRefs,
    ...verdict.images.map(image => image.name),
  ];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Security Posture',
            semanticVersion: version,
            rules,
          },
        },
        automationDetails: {
          id: `security-posture-gate/${about.join(',')}/`,
        },
        invocations: [
          {
            executionSuccessful: true,
            endTimeUtc: verdict.evaluatedAt,
            toolExecutionNotifications: verdict.unknown.map(
              ({ checkId, summary }) => ({
                level: 'note',
                message: { text: `${checkId}: ${summary}` },
                descriptor: { id: checkId },
              }),
            ),
          },
        ],
        results: findings.map(finding =>
          resultOf(
            finding,
            rules.findIndex(({ id }) => id === finding.violation.checkId),
            about,
          ),
        ),
      },
    ],
  };
}

function findingsOf(verdict: PolicyVerdict): Finding[] {
  const blocking: Level = verdict.mode === 'enforce' ? 'error' : 'warning';
  const all = (violations: Violation[], level: Level, waived = false) =>
    violations.map(violation => ({ violation, level, waived }));
  return [
    ...all(verdict.violations, blocking),
    ...all(verdict.warnings, 'warning'),
    ...all(verdict.waived, 'warning', true),
  ];
}

function resultOf(
  { violation, level, waived }: Finding,
  ruleIndex: number,
  about: string[],
): Result {
  const { checkId, summary, fix } = violation;
  return {
    ruleId: checkId,
    ruleIndex,
    kind: 'fail',
    level,
    message: { text: fix ? `${summary}\n\nFix: ${fix.text}` : summary },
    locations: [locationOf(violation, about)],
    // By this key code scanning knows an alert again.
    partialFingerprints: {
      primaryLocationLineHash: fingerprintOf(checkId, about),
    },
    // Where some results are suppressed, the others say that they are not.
    suppressions: waived
      ? [
          {
            kind: 'external',
            status: 'accepted',
            justification: `Covered by ${
              exceptionOf(violation) ?? 'an exception'
            }.`,
          },
        ]
      : [],
  };
}

/**
 * What the check judged, as a place. Code scanning shows nothing without a
 * file, so that the name of the image, the workload or the component is its path.
 */
function locationOf({ evidence }: Violation, about: string[]): Location {
  const subject = evidence.find(one => one.subject)?.subject;
  const name = subject
    ? [subject.cluster, subject.namespace, subject.workloadKind, subject.name]
        .filter(Boolean)
        .join('/')
    : about[0] ?? 'component';
  return {
    physicalLocation: {
      artifactLocation: { uri: pathOf(name) },
      region: { startLine: 1 },
    },
    logicalLocations: [
      { fullyQualifiedName: name, kind: subject?.kind ?? 'component' },
    ],
  };
}

/** A relative path that has no scheme and stays where it is. */
function pathOf(name: string): string {
  return name
    .split(/[/:]+/)
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .map(encodeURIComponent)
    .join('/');
}

/** Without texts and digests, so that an alert survives the next build. */
function fingerprintOf(checkId: string, about: string[]): string {
  const hash = createHash('sha256').update(
    [checkId, ...[...about].sort()].join('\n'),
  );
  return `${hash.digest('hex').slice(0, 16)}:1`;
}
