import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  policyExportQuerySchema,
  simulateRequestSchema,
} from 'backstage-plugin-security-posture-common';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PostureAccess, ReadableComponents } from '../authorization';
import { exportPolicy, type Policy } from '../policy';
import type { SimulationService } from '../posture';
import { audited } from './audited';
import { parseBody } from './parseBody';
import { parseQuery } from './parseQuery';

export interface PolicyRoutesOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: PostureAccess;
  readable: ReadableComponents;
  policy: Policy;
  simulation: SimulationService;
}

/** Trying a policy out, and taking it elsewhere. */
export function policyRoutes(options: PolicyRoutesOptions): Router {
  const { httpAuth, auditor, access, readable, policy, simulation } = options;
  const router = PromiseRouter();

  router.post(
    '/v1/policy/simulate',
    express.json({ limit: '1mb' }),
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      await access.requireSimulation(credentials);
      const request = parseBody(simulateRequestSchema, req.body);
      const action = {
        eventId: 'policy-simulate',
        severityLevel: 'low',
        meta: {},
      } as const;
      const result = await audited(auditor, req, action, async () =>
        simulation.simulate(request, await readable.of(credentials)),
      );
      res.json(result);
    },
  );

  router.get('/v1/policy/export', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const { format } = parseQuery(policyExportQuerySchema, req.query);
    res.type('application/yaml').send(exportPolicy(policy, format));
  });

  return router;
}
