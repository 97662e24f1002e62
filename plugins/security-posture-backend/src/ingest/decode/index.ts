export { decodeBody, type DecodeOptions } from './decodeBody';
export { defaultDecodeLimits, type DecodeLimits } from './limits';
export { type Unwrapped } from './unwrap';
