import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { admissionQuerySchema } from 'backstage-plugin-security-posture-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AdmissionService } from '../admission';
import { principalOf, type PostureAccess } from '../authorization';
import { parseQuery } from './parseQuery';
import { readBody } from './readBody';

export interface AdmissionRoutesOptions {
  httpAuth: HttpAuthService;
  access: PostureAccess;
  admission: AdmissionService;
}

const limits = {
  /** Objects in etcd are smaller; a review may hold two of them. */
  maxBytes: 8 * 1024 * 1024,
  /** The API server waits no longer. */
  maxBodySeconds: 30,
};

/** The address of a webhook may have no query, so its path may name the cluster. */
const paths = ['/v1/admission/review', '/v1/admission/review/:cluster'];

/** The validating admission webhook. */
export function admissionRoutes(options: AdmissionRoutesOptions): Router {
  const { httpAuth, access, admission } = options;
  const router = PromiseRouter();

  router.post(paths, async (req, res) => {
    // Nobody's body is read before they are known.
    const credentials = await httpAuth.credentials(req, {
      allow: ['service', 'user'],
    });
    await access.requireDecisions(credentials);
    const { cluster } = parseQuery(admissionQuerySchema, {
      ...req.query,
      cluster: req.params.cluster ?? req.query.cluster,
    });
    const body = parseJson(await readBody(req, res, limits));
    res.json(
      await admission.review({
        body,
        cluster,
        sender: principalOf(credentials),
      }),
    );
  });

  return router;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new InputError(
      `The body is no JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
}
