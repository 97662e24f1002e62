import { InputError } from '@backstage/errors';
import { isAscii, isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { PayloadTooLargeError } from '../../model/errors';

/** Inflates a gzip body that did not declare its encoding. */
export function inflate(body: Buffer, maxBytes: number): Buffer {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: maxBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new PayloadTooLargeError(
        `The body is larger than maxBytes (${maxBytes}) after inflation`,
      );
    }
    throw new InputError('The body begins as gzip, but cannot be inflated');
  }
}

/** The text of a body in UTF-8 or, with a byte order mark, UTF-16. */
export function decodeText(body: Buffer): string {
  const encoding = encodingOf(body);
  if (encoding === 'utf-8') {
    if (!isUtf8(body)) throw invalid(encoding);
    return utf8Text(body.subarray(hasUtf8Mark(body) ? 3 : 0));
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch {
    throw invalid(encoding);
  }
}

function encodingOf(body: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function hasUtf8Mark(body: Buffer): boolean {
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
}

function invalid(encoding: string): InputError {
  return new InputError(`The body is not valid ${encoding.toUpperCase()}`);
}

/** Pieces of a report that hold anything but ASCII are few; each is this long. */
const PIECE = 4096;

/**
 * Valid UTF-8 as text. ASCII is copied several times faster than UTF-8 is
 * decoded, so only the pieces that hold something else are.
 */
function utf8Text(bytes: Buffer): string {
  let text = '';
  let asciiFrom = 0;
  for (let at = 0; at < bytes.length; ) {
    let end = Math.min(at + PIECE, bytes.length);
    if (!isAscii(bytes.subarray(at, end))) {
      while (isContinuation(bytes[end])) end += 1;
      text +=
        bytes.toString('latin1', asciiFrom, at) +
        bytes.toString('utf8', at, end);
      asciiFrom = end;
    }
    at = end;
  }
  return text + bytes.toString('latin1', asciiFrom);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
