import { InputError } from '@backstage/errors';
import type { SourceDocument } from 'backstage-plugin-security-posture-node';
import { PayloadTooLargeError } from '../../model/errors';
import { decodeText, inflate } from './decodeText';
import { DecodeLimits, defaultDecodeLimits } from './limits';
import { guardJson, measureValues } from './measure';
import { readJson, readLines } from './readJson';
import { readYaml } from './readYaml';
import { unwrap, type Unwrapped } from './unwrap';

export interface DecodeOptions {
  limits?: DecodeLimits;
  /** Whether some source knows this array as one document. */
  isDocument?: (value: SourceDocument['value']) => boolean;
}

/**
 * The documents in a body: JSON, NDJSON or YAML, in UTF-8 or UTF-16, gzipped
 * or not, in lists, arrays and envelopes.
 *
 * @throws InputError if it is malformed, PayloadTooLargeError if it is over a limit
 */
export function decodeBody(
  body: Buffer,
  {
    limits = defaultDecodeLimits,
    isDocument = () => false,
  }: DecodeOptions = {},
): Unwrapped {
  const inflated = inflate(body, limits.maxBytes);
  if (inflated.length > limits.maxBytes) {
    throw new PayloadTooLargeError(
      `The body is larger than maxBytes (${limits.maxBytes})`,
    );
  }
  const text = decodeText(inflated);
  const read = readValues(text, inflated, limits);
  measureValues(read.values, limits);
  const unwrapped = unwrap(read.values, isDocument);
  return {
    documents: unwrapped.documents,
    skipped: [...read.skipped, ...unwrapped.skipped],
  };
}

function readValues(text: string, bytes: Buffer, limits: DecodeLimits) {
  const start = text.search(/\S/);
  if (start < 0) throw new InputError('The body is empty');
  // What tools written in Go print for an empty list.
  if (text.length < 100 && text.trim() === 'null') {
    return { values: [{ value: [], path: '$' }], skipped: [] };
  }
  const first = text[start];
  if (first === '<') {
    throw new InputError(
      'The body is HTML or XML; reports are read as JSON, NDJSON or YAML',
    );
  }
  if (first === '{' || first === '[') {
    guardJson(text, bytes, limits);
    return readJson(text);
  }
  return readLines(text) ?? readYaml(text, limits);
}
