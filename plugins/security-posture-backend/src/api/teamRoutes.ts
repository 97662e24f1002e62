import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReadableComponents } from '../authorization';
import type { TeamService } from '../posture';

export interface TeamRoutesOptions {
  httpAuth: HttpAuthService;
  readable: ReadableComponents;
  teams: TeamService;
}

export function teamRoutes(options: TeamRoutesOptions): Router {
  const { httpAuth, readable, teams } = options;
  const router = PromiseRouter();

  router.get('/v1/groups/:namespace/:name/posture', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { namespace, name } = req.params;
    const groupRef = stringifyEntityRef({ kind: 'group', namespace, name });
    const components = await readable.of(credentials);
    res.json(await teams.getTeam(groupRef, components, credentials));
  });

  return router;
}
