import type { AlertOccurrence } from 'backstage-plugin-security-posture-common';
import {
  plainText,
  type SourceAlert,
  type SourceReport,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { contentHash } from '../model/contentHash';
import { rankOfSeverity } from '../model/severityRank';
import { storedSubject } from '../model/subject';
import type { AlertGroup } from '../store/operations/recordAlerts';
import type { Description, Sighting } from './evidence';

export interface AlertSighting {
  subject: SourceSubject;
  sighting: Sighting;
  /** What the sighting says; changes while events are folded into it. */
  words: Description;
  group: Omit<AlertGroup, 'row'> & { row: Omit<AlertGroup['row'], 'id'> };
}

const MAX_TAGS = 50;
const MAX_SEARCH_TEXT = 1000;

/**
 * The alerts of a report, folded into one group for each rule, workload and
 * container. Each group is a finding too, so that it can be followed like one.
 */
export function alertSightings(
  report: SourceReport,
  sourceId: string,
  at: string,
): AlertSighting[] {
  const groups = new Map<string, AlertSighting>();
  for (const alert of report.alerts) {
    const { id } = storedSubject(alert.subject);
    const locus = alert.container ?? alert.process ?? '';
    const key = [id, alert.rule, locus].join('\u0000');
    const known = groups.get(key);
    const when = alert.at && alert.at < at ? alert.at : at;
    if (known) {
      join(known, alert, when);
    } else {
      const words = describe(alert);
      groups.set(key, {
        subject: alert.subject,
        words,
        sighting: sightingOf(alert, { sourceId, locus, when }, words),
        group: {
          row: {
            source: sourceId,
            rule: alert.rule,
            message: alert.message,
            container: alert.container,
            image: alert.image?.name,
            tags: JSON.stringify(alert.tags.slice(0, MAX_TAGS)),
          },
          occurrences: [occurrence(alert, when)],
        },
      });
    }
  }
  return [...groups.values()];
}

function join(
  { sighting, group, words }: AlertSighting,
  alert: SourceAlert,
  when: string,
): void {
  group.occurrences.push(occurrence(alert, when));
  words.severityRank = Math.max(
    words.severityRank,
    rankOfSeverity(alert.severity),
  );
  if (when < sighting.firstSeenAt) sighting.firstSeenAt = when;
  if (when >= sighting.lastSeenAt) {
    sighting.lastSeenAt = when;
    sighting.resolvedAt = alert.resolved ? when : undefined;
  }
}

function sightingOf(
  alert: SourceAlert,
  { sourceId, locus, when }: { sourceId: string; locus: string; when: string },
  words: Description,
): Sighting {
  return {
    subjectId: storedSubject(alert.subject).id,
    kind: 'alert',
    problem: alert.rule,
    // Rules of two sensors share their name by accident.
    locus: [sourceId, locus].join('#'),
    firstSeenAt: when,
    lastSeenAt: when,
    resolvedAt: alert.resolved ? when : undefined,
    get contentHash() {
      return contentHash(JSON.stringify(words));
    },
    describe: () => words,
  };
}

function describe(alert: SourceAlert): Description {
  const { rule, message, container, process, subject } = alert;
  return {
    stage: 'runtime',
    reportedId: rule,
    title: plainText(rule, 300),
    severityRank: rankOfSeverity(alert.severity),
    fixable: false,
    suppressed: false,
    searchText: [rule, storedSubject(subject).name, container, message]
      .filter(Boolean)
      .join(' ')
      .slice(0, MAX_SEARCH_TEXT)
      .toLowerCase(),
    details: {
      message,
      references: [],
      fixedVersions: [],
      aliases: [],
      knownExploited: false,
      path: process,
      container,
    },
  };
}

function occurrence(alert: SourceAlert, at: string): AlertOccurrence {
  const { message, pod, node, process, user } = alert;
  return { at, message: plainText(message, 1000), pod, node, process, user };
}
