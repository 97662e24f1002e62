import type {
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { digestOf } from '../../model/subject';

/** A report of a body, with the id and the time under which it is stored. */
export interface InventoryReport {
  id: string;
  sourceId: string;
  /** When the tool made the report, never in the future. */
  at: string;
  report: SourceReport;
  /** The artifact of a subject that the report speaks of; without it, the digest of an image. */
  digestOf?: (subject: SourceSubject) => string;
}

/** The artifact that a report saw of a subject; empty if there is none or it is unknown. */
export function artifactOf(
  subject: SourceSubject,
  report: InventoryReport,
): string {
  if (report.digestOf) return report.digestOf(subject);
  return subject.kind === 'image' ? digestOf(subject) ?? '' : '';
}

/** The earlier of two times; an event cannot be younger than the report that tells it. */
export function earlier(at: string | undefined, reportAt: string): string {
  return at !== undefined && at < reportAt ? at : reportAt;
}

/** Keeps the newest row for each key; of two that are equally old the later one. */
export class Newest<R> {
  readonly #rows = new Map<string, { at: string; row: R }>();

  set(key: string, at: string, row: R): void {
    const known = this.#rows.get(key);
    if (!known || known.at <= at) this.#rows.set(key, { at, row });
  }

  rows(): R[] {
    return [...this.#rows.values()].map(({ row }) => row);
  }
}
