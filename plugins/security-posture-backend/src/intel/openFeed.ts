import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A feed as bytes, in pieces of any length. */
export type FeedBytes = AsyncIterable<Uint8Array>;

export interface OpenFeedOptions {
  urlReader: UrlReaderService;
  /** Bytes at most, after inflation. */
  maxBytes: number;
  signal?: AbortSignal;
}

/** Whether a feed lies at an address, not in a file. */
export function isAddress(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

/**
 * Opens a feed at an address that the backend may read, or in a file. It may be
 * compressed with gzip. Nothing but a piece of it is held in memory.
 */
export async function* openFeed(
  location: string,
  { urlReader, maxBytes, signal }: OpenFeedOptions,
): AsyncGenerator<Uint8Array> {
  const source = await openLocation(location, urlReader, signal);
  let bytes = 0;
  try {
    for await (const piece of await inflated(source)) {
      signal?.throwIfAborted();
      bytes += piece.length;
      if (bytes > maxBytes) {
        throw new Error(`The feed is larger than ${maxBytes} bytes`);
      }
      yield piece;
    }
  } finally {
    source.destroy();
  }
}

async function openLocation(
  location: string,
  urlReader: UrlReaderService,
  signal: AbortSignal | undefined,
): Promise<Readable> {
  if (!isAddress(location)) return createReadStream(location);
  const response = await urlReader.readUrl(location, { signal });
  return response.stream?.() ?? Readable.from([await response.buffer()]);
}

/** Recognises gzip by its first two bytes, whatever the file is called. */
async function inflated(source: Readable): Promise<AsyncIterable<Buffer>> {
  const pieces: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { value, done } = await pieces.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const whole = startingWith(head, pieces);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole;
  // Errors of either side end the iteration.
  return pipeline(Readable.from(whole), createGunzip(), () => {});
}

async function* startingWith(
  head: Buffer,
  rest: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    yield next.value;
  }
}
