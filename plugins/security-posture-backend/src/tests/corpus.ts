import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../ingest/decode';
import { wholeDocument } from '../ingest/recognise';
import { builtInSources } from '../sources/registry';

/** One file of the corpus, with counts taken independently from it. */
export interface ManifestEntry {
  file: string;
  format: string;
  // Each format counts its own things; the test of a source knows which.
  expect: Record<string, any>;
  peer_expected?: Record<string, unknown>;
  derived?: string;
  notes?: string;
}

const isDocument = wholeDocument(builtInSources);

export interface Corpus {
  files(format?: string): ManifestEntry[];
  bytes(entry: ManifestEntry): Buffer;
  documents(entry: ManifestEntry): SourceDocument[];
  /** Files of the hostile collection, for one format or all. */
  hostile(format?: string): { file: string; format: string; bytes: Buffer }[];
}

/** The reports of other people that REPORT_CORPUS points at, if it is set. */
export function corpus(): Corpus | undefined {
  const folder = process.env.REPORT_CORPUS;
  if (!folder) return undefined;
  const entries: ManifestEntry[] = readManifest(folder, 'fixtures');
  const hostile = readManifest(folder, 'hostile').files as ManifestEntry[];
  const bytes = (entry: ManifestEntry) =>
    readFileSync(join(folder, 'fixtures', entry.file));
  return {
    files: format =>
      entries.filter(entry => !format || entry.format === format),
    bytes,
    documents: entry => decodeBody(bytes(entry), { isDocument }).documents,
    hostile: format =>
      hostile
        .filter(entry => !format || entry.format.startsWith(format))
        .map(({ file, format: declared }) => ({
          file,
          format: declared,
          bytes: readFileSync(join(folder, 'hostile', file)),
        })),
  };
}

function readManifest(folder: string, collection: string) {
  return JSON.parse(
    readFileSync(join(folder, collection, 'manifest.json'), 'utf8'),
  );
}
