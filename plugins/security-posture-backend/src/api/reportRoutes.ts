import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { reportQuerySchema } from 'backstage-plugin-security-posture-common';
import type { NextFunction, Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { principalOf, type PostureAccess } from '../authorization';
import type { GateService } from '../gate';
import type { ReportIngestor } from '../ingest';
import {
  TooManyRequestsError,
  UnsupportedMediaTypeError,
} from '../model/errors';
import type { Intake } from './Intake';
import { parseQuery } from './parseQuery';
import { readBody, type BodyLimits } from './readBody';

export interface ReportRoutesOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: PostureAccess;
  ingestor: ReportIngestor;
  gate: GateService;
  intake: Intake;
  bodyLimits: BodyLimits;
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
  const { httpAuth, auditor, access, ingestor, gate, intake, bodyLimits } =
    options;
  const router = PromiseRouter();

  router.post('/v1/reports', async (req, res) => {
    // Nobody's body is read before they are known.
    const credentials = await httpAuth.credentials(req, {
      allow: ['service', 'user'],
    });
    const stages = await access.reportableStages(credentials);
    requireMediaType(req);

    const { gate: isGated, ...query } = parseQuery(
      reportQuerySchema,
      req.query,
    );
    if (isGated) await access.requireVerdict([], credentials);

    const place = intake.enter(Number(req.headers['content-length'] ?? 0));
    try {
      const body = await readBody(req, res, bodyLimits);
      place.hold(body.length);
      const event = await auditor.createEvent({
        eventId: 'report-create',
        request: req,
        severityLevel: 'low',
        meta: { entityRef: query.entityRef },
      });
      try {
        const response = await place.run(() =>
          ingestor.ingest({
            body,
            query,
            sender: principalOf(credentials),
            stages,
          }),
        );
        const verdict = isGated
          ? await gate.judgeReports(response.reports, query)
          : undefined;
        await event.success({
          meta: {
            reports: response.reports.map(({ id, format }) => ({ id, format })),
            verdict: verdict?.result,
          },
        });
        res.json({ ...response, verdict });
      } catch (error) {
        await event.fail({
          error: error instanceof Error ? error : new Error(String(error)),
        });
        throw error;
      }
    } finally {
      place.leave();
    }
  });
  router.use(sayWhenToRetry);
  return router;
}

function sayWhenToRetry(
  error: unknown,
  _: Request,
  res: Response,
  next: NextFunction,
): void {
  if (error instanceof TooManyRequestsError) {
    res.set('Retry-After', String(error.retryAfterSeconds));
  }
  next(error);
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
