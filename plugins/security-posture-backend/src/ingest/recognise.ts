import { InputError } from '@backstage/errors';
import type {
  Source,
  SourceDocument,
} from 'backstage-plugin-security-posture-node';
import { UnsupportedFormatError } from '../model/errors';

export interface RecognisedDocuments {
  source: Source;
  documents: SourceDocument[];
}

export interface Recognition {
  recognised: RecognisedDocuments[];
  unrecognised: SourceDocument[];
}

/**
 * Whether a list is one document as a whole: some source knows it, or it is
 * empty and the sender named a format in which that is a report.
 *
 * @throws InputError if no source has the name
 */
export function wholeDocument(
  sources: readonly Source[],
  format?: string,
): (value: SourceDocument['value']) => boolean {
  const readsEmpty = sourceNamed(sources, format)?.readsEmptyList === true;
  return value =>
    Array.isArray(value) && value.length === 0
      ? readsEmpty
      : sources.some(source => source.recognise(value));
}

/**
 * Gives each document to the first source that recognises it, or all of them to
 * the one that the sender named.
 *
 * @throws UnsupportedFormatError if no source recognises any document,
 * InputError if no source has the name
 */
export function recognise(
  sources: readonly Source[],
  documents: SourceDocument[],
  format?: string,
): Recognition {
  const named = sourceNamed(sources, format);
  const bySource = new Map<Source, SourceDocument[]>();
  const unrecognised: SourceDocument[] = [];
  for (const document of documents) {
    const source =
      named ?? sources.find(candidate => candidate.recognise(document.value));
    if (source) {
      const list = bySource.get(source) ?? [];
      list.push(document);
      bySource.set(source, list);
    } else {
      unrecognised.push(document);
    }
  }
  if (bySource.size === 0) {
    throw new UnsupportedFormatError(
      documents.length === 0
        ? nothingToRead(sources)
        : `The body is well-formed, but of no supported format. Looked for: ${looks(
            sources,
          )}`,
    );
  }
  return {
    recognised: [...bySource].map(([source, list]) => ({
      source,
      documents: list,
    })),
    unrecognised,
  };
}

function sourceNamed(
  sources: readonly Source[],
  format: string | undefined,
): Source | undefined {
  if (format === undefined) return undefined;
  const source = sources.find(({ id }) => id === format);
  if (source) return source;
  const choices = sources.map(({ id }) => id).sort();
  throw new InputError(
    `format: expected one of ${choices.join(', ')}, got '${format}'`,
  );
}

function looks(sources: readonly Source[]): string {
  return sources
    .map(({ title, looksLike }) => `${title} (${looksLike})`)
    .join('; ');
}

function nothingToRead(sources: readonly Source[]): string {
  const ids = sources
    .filter(({ readsEmptyList }) => readsEmptyList)
    .map(({ id }) => `format=${id}`);
  return `The body holds no document. If it is the empty list of a tool that found nothing, name the tool in the query (${ids.join(
    ' or ',
  )})`;
}
