import { InputError } from '@backstage/errors';
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

function encodingOf(body: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The text of a body in UTF-8 or, with a byte order mark, UTF-16. */
export function decodeText(body: Buffer): string {
  const encoding = encodingOf(body);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch {
    throw new InputError(
      `The body is not valid ${encoding.toLocaleUpperCase('en-US')}`,
    );
  }
}
