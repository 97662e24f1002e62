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
 * Gives each document to the first source that recognises it.
 *
 * @throws UnsupportedFormatError if no source recognises any document
 */
export function recognise(
  sources: readonly Source[],
  documents: SourceDocument[],
): Recognition {
  const bySource = new Map<Source, SourceDocument[]>();
  const unrecognised: SourceDocument[] = [];
  for (const document of documents) {
    const source = sources.find(candidate =>
      candidate.recognise(document.value),
    );
    if (source) {
      const list = bySource.get(source) ?? [];
      list.push(document);
      bySource.set(source, list);
    } else {
      unrecognised.push(document);
    }
  }
  if (bySource.size === 0) {
    const known = sources
      .map(({ title, looksLike }) => `${title} (${looksLike})`)
      .join('; ');
    throw new UnsupportedFormatError(
      `The body is well-formed, but of no supported format. Looked for: ${known}`,
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
