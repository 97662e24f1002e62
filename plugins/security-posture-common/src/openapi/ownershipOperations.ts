import {
  ownershipRepairQuerySchema,
  ownershipSummarySchema,
  ownershipWorkloadsPageSchema,
  ownershipWorkloadsQuerySchema,
  unmappedPageSchema,
  unmappedQuerySchema,
} from '../api';
import type { Operation } from './operations';

const errors = {
  400: 'A parameter is malformed',
  401: 'No valid credentials',
  403: 'The caller may read neither the posture of any component nor what is unmapped',
};

/** Who owns what runs. */
export const ownershipOperations: Operation[] = [
  {
    id: 'GetOwnership',
    method: 'get',
    path: '/v1/ownership',
    summary:
      'How many workloads are owned, by cluster, namespace, system and team',
    response: ownershipSummarySchema,
    errors,
  },
  {
    id: 'ListOwnershipWorkloads',
    method: 'get',
    path: '/v1/ownership/workloads',
    summary: 'Workloads with their owner, or what is wrong about it',
    query: ownershipWorkloadsQuerySchema,
    response: ownershipWorkloadsPageSchema,
    errors,
  },
  {
    id: 'ListUnmapped',
    method: 'get',
    path: '/v1/ownership/unmapped',
    summary: 'What no component claims, and which component may',
    query: unmappedQuerySchema,
    response: unmappedPageSchema,
    errors: { ...errors, 403: 'security-posture.ownership.read is needed' },
  },
  {
    id: 'RepairOwnership',
    method: 'get',
    path: '/v1/ownership/repair',
    summary:
      'What names the owners of the workloads of a namespace or a team, as YAML or a shell script',
    query: ownershipRepairQuerySchema,
    errors: {
      ...errors,
      400: 'A parameter is malformed, or the workloads are in several clusters',
    },
  },
];
