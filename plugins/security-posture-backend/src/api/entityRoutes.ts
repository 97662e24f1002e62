import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  alertsQuerySchema,
  checksQuerySchema,
  decisionsQuerySchema,
  findingsQuerySchema,
  historyQuerySchema,
  imagesQuerySchema,
  workloadsQuerySchema,
} from 'backstage-plugin-security-posture-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PostureAccess } from '../authorization';
import type { HistoryService } from '../history';
import type { PostureService } from '../posture';
import { parseQuery } from './parseQuery';

export interface EntityRoutesOptions {
  httpAuth: HttpAuthService;
  access: PostureAccess;
  posture: PostureService;
  history: HistoryService;
}

export function entityRoutes(options: EntityRoutesOptions): Router {
  const { httpAuth, access, posture, history } = options;
  const router = PromiseRouter();
  const base = '/v1/entities/:kind/:namespace/:name';

  const readable = async (req: Request) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { kind, namespace, name } = req.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    const entity = await access.readableComponent(entityRef, credentials);
    return { entity, credentials };
  };

  router.get(`${base}/posture`, async (req, res) => {
    const { entity, credentials } = await readable(req);
    res.json(await posture.getPosture(entity, credentials));
  });

  router.get(`${base}/findings`, async (req, res) => {
    const query = parseQuery(findingsQuerySchema, req.query);
    const { entity } = await readable(req);
    res.json(await posture.listFindings(entity, query));
  });

  router.get(`${base}/checks`, async (req, res) => {
    const query = parseQuery(checksQuerySchema, req.query);
    const { entity } = await readable(req);
    res.json(await posture.listChecks(entity, query));
  });

  router.get(`${base}/workloads`, async (req, res) => {
    const query = parseQuery(workloadsQuerySchema, req.query);
    const { entity } = await readable(req);
    res.json(await posture.listWorkloads(entity, query));
  });

  router.get(`${base}/images`, async (req, res) => {
    const query = parseQuery(imagesQuerySchema, req.query);
    const { entity } = await readable(req);
    res.json(await posture.listImages(entity, query));
  });

  router.get(`${base}/decisions`, async (req, res) => {
    const query = parseQuery(decisionsQuerySchema, req.query);
    const { entity } = await readable(req);
    res.json(await posture.listDecisions(entity, query));
  });

  router.get(`${base}/alerts`, async (req, res) => {
    const query = parseQuery(alertsQuerySchema, req.query);
    const { entity } = await readable(req);
    res.json(await posture.listAlerts(entity, query));
  });

  router.get(`${base}/history`, async (req, res) => {
    const query = parseQuery(historyQuerySchema, req.query);
    const { entity } = await readable(req);
    res.json(await history.list(stringifyEntityRef(entity), query));
  });

  return router;
}
