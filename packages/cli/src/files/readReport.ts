import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { CommandError } from '../errors';

/** A report as it is sent. */
export interface ReportFile {
  /** As it was given, `-` for standard input. */
  name: string;
  bytes: Uint8Array;
  contentType: string;
  gzipped: boolean;
}

/** From this size on it is worth it; many proxies refuse bodies over a megabyte. */
const BYTES_TO_COMPRESS = 64 * 1024;

/**
 * Reads a report. What is gzipped already is sent as it is.
 *
 * @throws CommandError if it cannot be read or is empty
 */
export async function readReport(
  name: string,
  stdin: AsyncIterable<Uint8Array>,
): Promise<ReportFile> {
  const bytes = await (name === '-' ? readAll(stdin) : readPath(name));
  if (bytes.length === 0) {
    throw new CommandError(
      `${labelOf(name)} is empty`,
      'The tool that should have written it probably failed.',
    );
  }
  const contentType = contentTypeOf(name, bytes);
  if (isGzip(bytes)) return { name, bytes, contentType, gzipped: true };
  if (bytes.length < BYTES_TO_COMPRESS) {
    return { name, bytes, contentType, gzipped: false };
  }
  return { name, bytes: gzipSync(bytes), contentType, gzipped: true };
}

/** How messages call it. */
export function labelOf(name: string): string {
  return name === '-' ? 'standard input' : name;
}

const reasons: Partial<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
};

async function readPath(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = z.object({ code: z.string() }).parse(error);
    throw new CommandError(
      `${path} ${reasons[code] ?? `cannot be read (${code})`}`,
      'Check the path, and that the tool before has written it.',
    );
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The backend looks at the content; this is for proxies before it. */
function contentTypeOf(name: string, bytes: Uint8Array): string {
  const path = name.toLowerCase().replace(/\.gz$/, '');
  if (/\.ya?ml$/.test(path)) return 'application/yaml';
  if (/\.(ndjson|jsonl)$/.test(path)) return 'application/x-ndjson';
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('utf8');
  return isGzip(bytes) || /^\uFEFF?\s*([{[]|null\b|$)/.test(start)
    ? 'application/json'
    : 'application/yaml';
}
