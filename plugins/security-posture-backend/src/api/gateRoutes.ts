import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  gateRequestSchema,
  type PolicyVerdict,
} from 'backstage-plugin-security-posture-common';
import { readImageReference } from 'backstage-plugin-security-posture-node';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PostureAccess } from '../authorization';
import type { GateService } from '../gate';
import { audited } from './audited';
import { fullEntityRef } from './fullEntityRef';
import { parseBody } from './parseBody';

export interface GateRoutesOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: PostureAccess;
  gate: GateService;
}

/** Asking the policy, with nothing stored. */
export function gateRoutes(options: GateRoutesOptions): Router {
  const { httpAuth, auditor, access, gate } = options;
  const router = PromiseRouter();

  router.post('/v1/gate', express.json(), async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { entityRef, image } = parseBody(gateRequestSchema, req.body);
    const refs =
      entityRef === undefined ? undefined : [fullEntityRef(entityRef)];
    const artifact =
      image === undefined ? undefined : readImageReference(image);
    if (image !== undefined && !artifact) {
      throw new InputError(`image: '${image}' is no reference of an image`);
    }
    const verdict = await audited(
      auditor,
      req,
      { eventId: 'gate-ask', severityLevel: 'low', meta: { entityRef, image } },
      async (): Promise<PolicyVerdict> => {
        if (refs) {
          await access.requireVerdict(refs, credentials);
          await gate.requireKnown(refs);
        }
        const answer = artifact
          ? await gate.judgeArtifacts([artifact], refs)
          : await gate.judgeComponents(refs ?? []);
        if (!refs) await access.requireVerdict(answer.entityRefs, credentials);
        return answer;
      },
    );
    res.json(verdict);
  });

  return router;
}
