import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { postureReadPermission } from 'backstage-plugin-security-posture-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PostureAccess } from '../authorization';
import type { PostureService } from '../posture';

export interface FindingRoutesOptions {
  httpAuth: HttpAuthService;
  access: PostureAccess;
  posture: PostureService;
}

export function findingRoutes(options: FindingRoutesOptions): Router {
  const { httpAuth, access, posture } = options;
  const router = PromiseRouter();

  router.get('/v1/findings/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { id } = req.params;
    const finding = await posture.getFinding(id);
    const readable = await access.grantedComponents(
      postureReadPermission,
      finding?.entityRefs ?? [],
      credentials,
    );
    // What the caller may not see does not exist for them.
    if (!finding || readable.length === 0) {
      throw new NotFoundError(`No finding '${id}'`);
    }
    res.json({ ...finding, entityRefs: readable });
  });

  return router;
}
