import {
  elementKinds,
  type ElementCounts,
  type ReportChanges,
  type ReportReceipt,
} from 'backstage-plugin-security-posture-common';
import type {
  Source,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { StoredSubject } from '../model/subject';

export interface ReceiptOptions {
  id: string;
  source: Source;
  report: SourceReport;
  received: string;
  spoken: StoredSubject[];
  /** Components by subject. */
  mapping: Map<string, string[]>;
  changes: ReportChanges;
  /** A newer report of the same scope was there already. */
  overtaken: boolean;
  complete: boolean;
}

/** The answer to the sender of one report. */
export function receiptFor(options: ReceiptOptions): ReportReceipt {
  const { id, source, report, received, spoken, mapping, changes } = options;
  const entityRefs = [...new Set([...mapping.values()].flat())].sort();
  const unmapped = spoken.filter(subject => !mapping.has(subject.id)).length;
  const warnings = [...report.warnings];
  if (options.overtaken) {
    warnings.push(
      'A newer report of the same scope is stored already; this one is kept as history and changes no finding',
    );
  }
  if (unmapped > 0 && spoken.length > 1) {
    warnings.push(
      `${unmapped} of ${spoken.length} subjects belong to no component yet; they are kept and mapped when a component claims them`,
    );
  }
  return {
    id,
    format: source.id,
    tool: report.tool,
    generatedAt: report.generatedAt,
    receivedAt: received,
    duplicate: false,
    subject: answeredSubject(report.subject),
    entityRefs,
    unmapped: entityRefs.length === 0,
    complete: options.complete,
    read: allCounts(report.read),
    skipped: report.skipped,
    skippedTotal: report.skippedTotal,
    changes,
    warnings,
  };
}

function answeredSubject(subject: SourceSubject): ReportReceipt['subject'] {
  if (subject.kind === 'workload') {
    const { kind, name, cluster, namespace, workloadKind } = subject;
    return { kind, name, cluster, namespace, workloadKind };
  }
  if (subject.kind === 'image') {
    const { kind, name, digest } = subject;
    return { kind, name, digest };
  }
  const { kind, name, cluster, digest } = subject;
  return { kind, name, cluster, digest };
}

function allCounts(read: Partial<ElementCounts>): ElementCounts {
  const counts = elementKinds.map(kind => [kind, read[kind] ?? 0]);
  return Object.fromEntries(counts);
}

/** The same answer to a body that was sent before: nothing changes. */
export function duplicateOf(receipt: ReportReceipt): ReportReceipt {
  const { changes } = receipt;
  return {
    ...receipt,
    duplicate: true,
    changes: {
      new: 0,
      reopened: 0,
      unchanged: changes.new + changes.reopened + changes.unchanged,
      fixed: 0,
      suppressed: changes.suppressed,
    },
  };
}
