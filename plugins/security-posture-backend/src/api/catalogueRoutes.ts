import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Catalogue } from 'backstage-plugin-security-posture-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';

export interface CatalogueRoutesOptions {
  httpAuth: HttpAuthService;
  catalogue: Catalogue;
}

/** What is checked, why, and how to mend it. The same for everybody who is signed in. */
export function catalogueRoutes({
  httpAuth,
  catalogue,
}: CatalogueRoutesOptions): Router {
  const router = PromiseRouter();
  router.get('/v1/checks', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(catalogue);
  });
  return router;
}
