import {
  elementKinds,
  type ElementCounts,
  type ReportChanges,
  type ReportReceipt,
} from 'backstage-plugin-security-posture-common';
import type { SourceSubject } from 'backstage-plugin-security-posture-node';
import { MASS_CLOSE_GRACE } from '../model/massClose';
import type { PreparedReport } from './preparedReport';

export interface ReceiptOptions {
  prepared: PreparedReport;
  received: string;
  /** Components by subject. */
  mapping: Map<string, string[]>;
  changes: ReportChanges;
  /** A newer report of the same scope was there already. */
  overtaken: boolean;
  /** Findings that are all gone at once, and wait for a grace before they close. */
  emptied: number;
}

/** The answer to the sender of one report. */
export function receiptFor(options: ReceiptOptions): ReportReceipt {
  const { prepared, received, mapping, changes, emptied } = options;
  const { id, source, report, spoken } = prepared;
  const components = spoken.map(subject => mapping.get(subject.id));
  const entityRefs = [
    ...new Set(components.flatMap(refs => refs ?? [])),
  ].sort();
  const unmapped = components.filter(refs => refs === undefined).length;
  const warnings = [...report.warnings];
  if (options.overtaken) {
    warnings.push(
      'A newer report of the same scope is stored already; this one is kept as history and changes no finding',
    );
  }
  if (emptied > 0) {
    warnings.push(
      `All ${emptied} findings are gone at once; they are closed if the report stays empty for ${
        MASS_CLOSE_GRACE / 60_000
      } minutes`,
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
    complete:
      prepared.fromRank === 0 &&
      report.scopes.length > 0 &&
      report.scopes.every(({ complete }) => complete),
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
