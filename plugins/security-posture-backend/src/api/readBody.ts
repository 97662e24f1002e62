import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';
import { PayloadTooLargeError, RequestTimeoutError } from '../model/errors';

export interface BodyLimits {
  /** Bytes after inflation. */
  maxBytes: number;
  /** From the first byte to the last. A sender that drips must not hold its place for ever. */
  maxBodySeconds: number;
}

/**
 * The bytes of a body, inflated if it says how it is encoded.
 *
 * @throws PayloadTooLargeError or RequestTimeoutError if it is over a limit,
 *   InputError if it is not encoded as it says
 */
export function readBody(
  req: Request,
  res: Response,
  { maxBytes, maxBodySeconds }: BodyLimits,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      // Whatever is yet to come is not waited for.
      res.set('Connection', 'close');
      reject(
        new RequestTimeoutError(
          `The body did not arrive within maxBodySeconds (${maxBodySeconds})`,
        ),
      );
    }, maxBodySeconds * 1000);
    express.raw({ limit: maxBytes, type: () => true })(req, res, error => {
      clearTimeout(timer);
      if (error?.type === 'entity.too.large') {
        reject(
          new PayloadTooLargeError(
            `The body is larger than maxBytes (${maxBytes}), after inflation`,
          ),
        );
      } else if (/^Z_/.test(error?.code)) {
        reject(
          new InputError(
            `The body is not ${req.headers['content-encoding']}: ${error.message}`,
          ),
        );
      } else if (error) {
        reject(error);
      } else {
        resolve(Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0));
      }
    });
  });
}
