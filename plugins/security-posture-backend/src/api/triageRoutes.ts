import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  triageRequestSchema,
  vexExportQuerySchema,
} from 'backstage-plugin-security-posture-common';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { principalOf, type PostureAccess } from '../authorization';
import type { ExceptionAccess, TriageService } from '../exceptions';
import { audited } from './audited';
import { parseBody } from './parseBody';
import { parseQuery } from './parseQuery';

export interface TriageRoutesOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: PostureAccess;
  exceptionAccess: ExceptionAccess;
  triage: TriageService;
}

/** Saying what was found out about a finding, and telling others as VEX. */
export function triageRoutes(options: TriageRoutesOptions): Router {
  const { httpAuth, auditor, access, exceptionAccess, triage } = options;
  const router = PromiseRouter();

  router.post('/v1/findings/:id/triage', express.json(), async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const request = parseBody(triageRequestSchema, req.body);
    const action = {
      eventId: 'finding-triage',
      severityLevel: 'medium',
      meta: { findingId: req.params.id, status: request.status },
    } as const;
    const triaged = await audited(auditor, req, action, async () => {
      const finding = await exceptionAccess.readableFinding(
        req.params.id,
        credentials,
      );
      const entityRef = await exceptionAccess.requireTriage(
        finding,
        credentials,
      );
      return triage.triage(
        finding,
        request,
        principalOf(credentials),
        entityRef,
      );
    });
    res.json(triaged);
  });

  router.get('/v1/export/vex.json', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { entityRef } = parseQuery(vexExportQuerySchema, req.query);
    const entity = await access.readableComponent(
      wholeRef(entityRef),
      credentials,
    );
    res.json(await triage.exportVex(stringifyEntityRef(entity)));
  });

  return router;
}

function wholeRef(ref: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `entityRef: expected an entity reference such as component:default/shop, got '${ref}'`,
    );
  }
}
