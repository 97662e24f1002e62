import type {
  FindingKind,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { SourceReport } from './model';

/**
 * One document out of a body, with the path that leads to it: `$`,
 * `$.items[3]`, or `line 5` of NDJSON.
 *
 * @public
 */
export interface SourceDocument {
  value: Record<string, unknown> | unknown[];
  path: string;
}

/**
 * What the sender said beside the document.
 *
 * @public
 */
export interface SourceContext {
  /** The scanners that ran; absent if the sender did not say. */
  scanners?: FindingKind[];
  cluster?: string;
  /** The components that the sender named: the report is theirs, whatever it speaks of. */
  entityRefs?: string[];
  /** The time at which the document was received. */
  receivedAt: Date;
}

/**
 * Reads one format. A source is pure: it takes documents and returns data,
 * and never throws anything but an InputError.
 *
 * @remarks
 *
 * 1. The body is decoded and envelopes (`List`, NDJSON, CloudEvents …) are unwrapped.
 * 2. Each document goes to the first source that recognises it.
 * 3. All documents of a body that went to one source are parsed in one call.
 * 4. The reports are mapped to components and stored in one transaction.
 *
 * @public
 */
export interface Source {
  /** Name of the format, its folder, and `format` in answers: `trivy`. */
  readonly id: string;
  /** Name for people: `Trivy`. */
  readonly title: string;
  /** The stage that its reports speak of; decides which permission a sender needs. */
  readonly stage: Stage;
  /** What a document of the format looks like, for the message when nothing matches. */
  readonly looksLike: string;
  /**
   * Whether an empty list is a whole report, of a tool that found nothing. It
   * could come from any tool, so it is read only where the sender names the format.
   */
  readonly readsEmptyList?: boolean;
  /**
   * Whether a controller writes its reports anew each time, so that one may come
   * empty for a moment: many findings that are gone at once close after a grace.
   */
  readonly isRewritten?: boolean;
  /** Must be cheap: looks at a few keys, never walks the document. */
  recognise(document: SourceDocument['value']): boolean;
  parse(documents: SourceDocument[], context: SourceContext): SourceReport[];
}
