import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { reportQuerySchema } from 'backstage-plugin-security-posture-common';
import express, {
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import type { PostureAccess } from '../authorization';
import type { ReportIngestor } from '../ingest';
import {
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../model/errors';
import { parseQuery } from './parseQuery';

export interface ReportRoutesOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: PostureAccess;
  ingestor: ReportIngestor;
  maxBytes: number;
}

// Also what curl and old clients say when nobody told them the type.
const mediaTypes = [
  'application/json',
  'application/*+json',
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/yaml',
  'application/x-yaml',
  'application/octet-stream',
  'application/gzip',
  'application/x-www-form-urlencoded',
  'text/*',
];

export function reportRoutes(options: ReportRoutesOptions): Router {
  const { httpAuth, auditor, access, ingestor, maxBytes } = options;
  const router = PromiseRouter();

  router.post(
    '/v1/reports',
    // Nobody's body is read before they are known.
    async (req, res, next) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['service', 'user'],
      });
      res.locals.stages = await access.reportableStages(credentials);
      res.locals.sender = senderOf(credentials);
      requireMediaType(req);
      next();
    },
    readBody(maxBytes),
    async (req, res) => {
      const query = parseQuery(reportQuerySchema, req.query);
      const event = await auditor.createEvent({
        eventId: 'report-create',
        request: req,
        severityLevel: 'low',
        meta: { entityRef: query.entityRef },
      });
      try {
        const response = await ingestor.ingest({
          body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
          query,
          sender: res.locals.sender,
          stages: res.locals.stages,
        });
        await event.success({
          meta: {
            reports: response.reports.map(({ id, format }) => ({ id, format })),
          },
        });
        res.json(response);
      } catch (error) {
        await event.fail({
          error: error instanceof Error ? error : new Error(String(error)),
        });
        throw error;
      }
    },
  );
  return router;
}

/** The bytes of a body, inflated if it says how it is encoded. */
function readBody(maxBytes: number): RequestHandler {
  const read = express.raw({ limit: maxBytes, type: () => true });
  return (req, res, next) =>
    read(req, res, error => {
      const isTooLarge = error?.type === 'entity.too.large';
      next(
        isTooLarge
          ? new PayloadTooLargeError(
              `The body is larger than maxBytes (${maxBytes}), after inflation`,
            )
          : error,
      );
    });
}

function requireMediaType(req: Request): void {
  const type = req.headers['content-type'];
  if (type === undefined || req.is(mediaTypes)) return;
  throw new UnsupportedMediaTypeError(
    `Content-Type '${type.slice(
      0,
      100,
    )}' is not supported; send application/json, application/x-ndjson or application/yaml`,
  );
}

function senderOf({ principal }: BackstageCredentials): string {
  if (typeof principal !== 'object' || principal === null) return 'unknown';
  if ('userEntityRef' in principal) return String(principal.userEntityRef);
  return 'subject' in principal ? String(principal.subject) : 'unknown';
}
