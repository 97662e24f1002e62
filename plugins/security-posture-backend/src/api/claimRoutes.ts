import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PostureAccess } from '../authorization';

export interface ClaimRoutesOptions {
  httpAuth: HttpAuthService;
  access: PostureAccess;
  /** What an entity claims and nothing is like. */
  unmatchedClaims(entity: Entity): Promise<string[]>;
}

/** What the annotations of an entity claim in vain; the catalog's processor asks. */
export function claimRoutes(options: ClaimRoutesOptions): Router {
  const { httpAuth, access, unmatchedClaims } = options;
  const router = PromiseRouter();

  router.get('/v1/claims/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { kind, namespace, name } = req.params;
    const entity = await access.readableComponent(
      stringifyEntityRef({ kind, namespace, name }),
      credentials,
    );
    res.json({ unmatched: await unmatchedClaims(entity) });
  });

  return router;
}
