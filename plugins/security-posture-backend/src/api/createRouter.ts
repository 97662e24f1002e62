import { openApiDocument } from 'backstage-plugin-security-posture-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  admissionRoutes,
  type AdmissionRoutesOptions,
} from './admissionRoutes';
import {
  catalogueRoutes,
  type CatalogueRoutesOptions,
} from './catalogueRoutes';
import { claimRoutes, type ClaimRoutesOptions } from './claimRoutes';
import { entityRoutes, type EntityRoutesOptions } from './entityRoutes';
import {
  exceptionRoutes,
  type ExceptionRoutesOptions,
} from './exceptionRoutes';
import { findingRoutes, type FindingRoutesOptions } from './findingRoutes';
import { gateRoutes, type GateRoutesOptions } from './gateRoutes';
import {
  ownershipRoutes,
  type OwnershipRoutesOptions,
} from './ownershipRoutes';
import { policyRoutes, type PolicyRoutesOptions } from './policyRoutes';
import { reportRoutes, type ReportRoutesOptions } from './reportRoutes';
import { teamRoutes, type TeamRoutesOptions } from './teamRoutes';
import { triageRoutes, type TriageRoutesOptions } from './triageRoutes';

/** Every route of the plugin. */
export function createRouter(
  options: ReportRoutesOptions &
    EntityRoutesOptions &
    FindingRoutesOptions &
    ExceptionRoutesOptions &
    TriageRoutesOptions &
    CatalogueRoutesOptions &
    GateRoutesOptions &
    ClaimRoutesOptions &
    AdmissionRoutesOptions &
    OwnershipRoutesOptions &
    PolicyRoutesOptions &
    TeamRoutesOptions,
): Router {
  const router = PromiseRouter();
  const openApi = openApiDocument();
  router.get('/v1/health', (_, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/openapi.json', (_, res) => {
    res.json(openApi);
  });
  router.use(reportRoutes(options));
  router.use(entityRoutes(options));
  router.use(findingRoutes(options));
  router.use(exceptionRoutes(options));
  router.use(triageRoutes(options));
  router.use(catalogueRoutes(options));
  router.use(gateRoutes(options));
  router.use(claimRoutes(options));
  router.use(admissionRoutes(options));
  router.use(ownershipRoutes(options));
  router.use(policyRoutes(options));
  router.use(teamRoutes(options));
  return router;
}
