import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  ownershipRepairQuerySchema,
  ownershipWorkloadsQuerySchema,
  unmappedQuerySchema,
} from 'backstage-plugin-security-posture-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type {
  OwnershipReaders,
  OwnershipService,
  UnmappedService,
} from '../ownership';
import { parseQuery } from './parseQuery';

export interface OwnershipRoutesOptions {
  httpAuth: HttpAuthService;
  ownershipReaders: OwnershipReaders;
  ownership: OwnershipService;
  unmapped: UnmappedService;
}

const files = {
  yaml: { name: 'owners.yaml', type: 'application/yaml' },
  shell: { name: 'owners.sh', type: 'text/x-shellscript' },
};

/** Who owns what runs, what nobody owns, and how to change it. */
export function ownershipRoutes(options: OwnershipRoutesOptions): Router {
  const { httpAuth, ownershipReaders, ownership, unmapped } = options;
  const router = PromiseRouter();
  const credentialsOf = (req: Request) =>
    httpAuth.credentials(req, { allow: ['user', 'service'] });

  router.get('/v1/ownership', async (req, res) => {
    parseQuery(z.object({}), req.query);
    const reader = await ownershipReaders.of(await credentialsOf(req));
    res.json(await ownership.summarise(reader));
  });

  router.get('/v1/ownership/workloads', async (req, res) => {
    const query = parseQuery(ownershipWorkloadsQuerySchema, req.query);
    const reader = await ownershipReaders.of(await credentialsOf(req));
    res.json(await ownership.list(query, reader));
  });

  router.get('/v1/ownership/unmapped', async (req, res) => {
    const query = parseQuery(unmappedQuerySchema, req.query);
    const reader = await ownershipReaders.ofUnmapped(await credentialsOf(req));
    res.json(await unmapped.list(query, reader));
  });

  router.get('/v1/ownership/repair', async (req, res) => {
    const query = parseQuery(ownershipRepairQuerySchema, req.query);
    const reader = await ownershipReaders.of(await credentialsOf(req));
    const text = await ownership.repair(query, reader);
    const { name, type } = files[query.format];
    res.attachment(name).type(type).send(text);
  });

  return router;
}
