import { CustomErrorBase } from '@backstage/errors';

/** The body, or a part of it, is over a limit that the message names. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/** The media type or the encoding of the body is not supported. */
export class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
  readonly statusCode = 415;
}

/** A well-formed document that no source recognises. */
export class UnsupportedFormatError extends CustomErrorBase {
  name = 'UnsupportedFormatError' as const;
  readonly statusCode = 422;
}

/** The body did not arrive in the time that it may take. */
export class RequestTimeoutError extends CustomErrorBase {
  name = 'RequestTimeoutError' as const;
  readonly statusCode = 408;
}

/** More is being sent than can be taken in; the sender should come back. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
  readonly retryAfterSeconds = 5;
}
