import type { Receipt } from '../client';
import type { Paint } from './paint';
import { plain } from './plain';

const SKIPPED_SHOWN = 5;

/** What became of a file, for people. */
export function receiptLines(
  { file, answer }: { file: string; answer: { reports: Receipt[] } },
  paint: Paint,
): string {
  const lines = answer.reports.flatMap(receipt => linesOf(receipt, paint));
  return [`${paint('bold', plain(file))}: stored`, ...lines, '']
    .map(line => line.trimEnd())
    .join('\n');
}

function linesOf(receipt: Receipt, paint: Paint): string[] {
  const { tool, changes, skipped, skippedTotal } = receipt;
  const warning = (text: string) => `  ${paint('yellow', 'note')} ${text}`;
  const by = plain([tool.name, tool.version].filter(Boolean).join(' '));
  return [
    `  ${by} on ${subjectOf(receipt)}, for ${componentsOf(receipt)}`,
    `  read ${readOf(receipt)}; skipped ${skippedTotal}`,
    `  new ${changes.new}, reopened ${changes.reopened}, unchanged ${changes.unchanged}, fixed ${changes.fixed}, suppressed ${changes.suppressed}`,
    ...(receipt.duplicate ? [warning('it was sent before')] : []),
    ...(receipt.unmapped
      ? [warning('no component claims it: give --entity, or annotate one')]
      : []),
    ...(receipt.complete ? [] : [warning('not complete: it closes nothing')]),
    ...skipped
      .slice(0, SKIPPED_SHOWN)
      .map(({ path, reason }) =>
        warning(`skipped ${plain(path)}: ${plain(reason)}`),
      ),
    ...receipt.warnings.map(text => warning(plain(text))),
  ];
}

function subjectOf({ subject: { name, digest } }: Receipt): string {
  return plain(digest ? `${name}@${digest}` : name);
}

function componentsOf({ entityRefs }: Receipt): string {
  return entityRefs.length > 0 ? entityRefs.map(plain).join(', ') : 'nobody';
}

function readOf({ read }: Receipt): string {
  const counts = Object.entries(read).filter(([, count]) => count > 0);
  return counts.length > 0
    ? counts.map(([kind, count]) => `${count} ${plain(kind)}`).join(', ')
    : 'no elements';
}
