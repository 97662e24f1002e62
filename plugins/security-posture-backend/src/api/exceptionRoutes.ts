import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  exceptionApprovalSchema,
  exceptionCommentSchema,
  exceptionRequestSchema,
  exceptionsQuerySchema,
} from 'backstage-plugin-security-posture-common';
import express, { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { principalOf, type PostureAccess } from '../authorization';
import type {
  Decision,
  ExceptionAccess,
  ExceptionDrafts,
  ExceptionService,
} from '../exceptions';
import { audited } from './audited';
import { parseBody } from './parseBody';
import { parseQuery } from './parseQuery';

export interface ExceptionRoutesOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: PostureAccess;
  exceptionAccess: ExceptionAccess;
  exceptionDrafts: ExceptionDrafts;
  exceptions: ExceptionService;
}

/** Asking for exceptions, deciding on them and listing them. */
export function exceptionRoutes(options: ExceptionRoutesOptions): Router {
  const { httpAuth, auditor, access, exceptions } = options;
  const { exceptionAccess, exceptionDrafts } = options;
  const router = PromiseRouter();
  const json = express.json();

  const credentialsOf = (req: Request): Promise<BackstageCredentials> =>
    httpAuth.credentials(req, { allow: ['user', 'service'] });

  router.post('/v1/exceptions', json, async (req, res) => {
    const credentials = await credentialsOf(req);
    const request = parseBody(exceptionRequestSchema, req.body);
    const action = {
      eventId: 'exception-request',
      severityLevel: 'medium',
      meta: { target: request.target, scope: request.scope.kind },
    } as const;
    const exception = await audited(auditor, req, action, async () => {
      const { target } = request;
      const finding =
        'findingId' in target
          ? await exceptionAccess.readableFinding(target.findingId, credentials)
          : undefined;
      const draft = await exceptionDrafts.draft(request, finding);
      await exceptionAccess.requireRequest(draft, credentials);
      return exceptions.request(draft, principalOf(credentials));
    });
    res.json(exception);
  });

  router.get('/v1/exceptions', async (req, res) => {
    const credentials = await credentialsOf(req);
    const query = parseQuery(exceptionsQuerySchema, req.query);
    const components = await exceptionAccess.readableComponents(credentials);
    res.json(await exceptions.list(query, components));
  });

  router.get('/v1/exceptions/:id', async (req, res) => {
    const credentials = await credentialsOf(req);
    const exception = await exceptionAccess.readableException(
      req.params.id,
      credentials,
    );
    res.json(await exceptions.withTrail(exception));
  });

  const decisions: Decision[] = ['approve', 'deny', 'revoke'];
  for (const decision of decisions) {
    router.post(`/v1/exceptions/:id/${decision}`, json, async (req, res) => {
      const credentials = await credentialsOf(req);
      const schema =
        decision === 'approve'
          ? exceptionApprovalSchema
          : exceptionCommentSchema;
      const { comment } = parseBody(schema, req.body);
      const by = principalOf(credentials);
      const action = {
        eventId: 'exception-decide',
        severityLevel: 'high',
        meta: { exceptionId: req.params.id, decision },
      } as const;
      const decided = await audited(auditor, req, action, async () => {
        const exception = await exceptionAccess.readableException(
          req.params.id,
          credentials,
        );
        if (decision === 'revoke') {
          await exceptionAccess.requireRevocation(exception, by, credentials);
        } else {
          await exceptionAccess.requireDecision(exception, credentials);
        }
        return exceptions.decide(exception, decision, by, comment);
      });
      res.json(decided);
    });
  }

  router.post('/v1/exceptions/:id/comments', json, async (req, res) => {
    const credentials = await credentialsOf(req);
    const { comment } = parseBody(exceptionCommentSchema, req.body);
    const action = {
      eventId: 'exception-comment',
      severityLevel: 'low',
      meta: { exceptionId: req.params.id },
    } as const;
    const commented = await audited(auditor, req, action, async () => {
      const exception = await exceptionAccess.readableException(
        req.params.id,
        credentials,
      );
      await exceptionAccess.requireComment(exception, credentials);
      return exceptions.comment(exception, principalOf(credentials), comment);
    });
    res.json(commented);
  });

  router.get(
    '/v1/entities/:kind/:namespace/:name/exceptions',
    async (req, res) => {
      const credentials = await credentialsOf(req);
      const query = parseQuery(exceptionsQuerySchema, req.query);
      const entity = await access.readableComponent(
        stringifyEntityRef(req.params),
        credentials,
      );
      res.json(await exceptions.list(query, [stringifyEntityRef(entity)]));
    },
  );

  return router;
}
