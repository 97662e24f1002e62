import type { z } from 'zod';
import {
  alertsPageSchema,
  alertsQuerySchema,
  componentHistorySchema,
  decisionsPageSchema,
  decisionsQuerySchema,
  findingDetailSchema,
  findingsPageSchema,
  findingsQuerySchema,
  historyQuerySchema,
  imagesPageSchema,
  imagesQuerySchema,
  postureSchema,
  reportQuerySchema,
  reportsResponseSchema,
} from '../api';
import { exceptionOperations } from './exceptionOperations';
import { ownershipOperations } from './ownershipOperations';
import { policyOperations } from './policyOperations';

export interface Operation {
  id: string;
  method: 'get' | 'post';
  path: string;
  summary: string;
  query?: z.ZodObject;
  /** Media types of the body, where there is one. */
  body?: string[];
  /** What a JSON body looks like, where it has one shape. */
  bodySchema?: z.ZodType;
  response?: z.ZodType;
  /** Statuses other than 200, with what they mean here. */
  errors: Record<number, string>;
  unauthenticated?: boolean;
}

const readErrors = {
  400: 'A parameter is malformed',
  401: 'No valid credentials',
  403: 'The caller may not read the posture of this component',
  404: 'No such component, or the caller cannot see it in the catalog',
};

const ofEntity = '/v1/entities/{kind}/{namespace}/{name}';

/** Every operation of the API; the OpenAPI document is made of it. */
export const operations: Operation[] = [
  {
    id: 'CreateReport',
    method: 'post',
    path: '/v1/reports',
    summary:
      'Send one document of any supported format. It is recognised by its content and committed before the answer.',
    query: reportQuerySchema,
    body: ['application/json', 'application/x-ndjson', 'application/yaml'],
    response: reportsResponseSchema,
    errors: {
      400: 'The body or a parameter is malformed',
      401: 'No valid credentials',
      403: 'The caller may not send reports of this stage',
      404: 'The entity of entityRef does not exist',
      408: 'The body did not arrive in time',
      413: 'The body is too large, after inflation',
      415: 'The media type or encoding is not supported',
      422: 'Well-formed, but of no supported format',
      429: 'More is sent than can be taken in; Retry-After says when to come back',
      503: 'Not now; Retry-After says when',
    },
  },
  {
    id: 'GetPosture',
    method: 'get',
    path: `${ofEntity}/posture`,
    summary:
      'The owner, the three stages, the risk and what to do first, of a component',
    response: postureSchema,
    errors: readErrors,
  },
  {
    id: 'ListFindings',
    method: 'get',
    path: `${ofEntity}/findings`,
    summary: 'The findings of a component',
    query: findingsQuerySchema,
    response: findingsPageSchema,
    errors: readErrors,
  },
  {
    id: 'GetFinding',
    method: 'get',
    path: '/v1/findings/{id}',
    summary:
      'One finding with the verdict of each source and every artifact it was seen on',
    response: findingDetailSchema,
    errors: {
      401: 'No valid credentials',
      404: 'No such finding, or the caller may not see it',
    },
  },
  {
    id: 'ListImages',
    method: 'get',
    path: `${ofEntity}/images`,
    summary:
      'The image digests of a component that are the newest build or run',
    query: imagesQuerySchema,
    response: imagesPageSchema,
    errors: readErrors,
  },
  {
    id: 'ListDecisions',
    method: 'get',
    path: `${ofEntity}/decisions`,
    summary: 'What policy engines decided about the workloads of a component',
    query: decisionsQuerySchema,
    response: decisionsPageSchema,
    errors: readErrors,
  },
  {
    id: 'ListAlerts',
    method: 'get',
    path: `${ofEntity}/alerts`,
    summary: 'The runtime alerts of a component',
    query: alertsQuerySchema,
    response: alertsPageSchema,
    errors: readErrors,
  },
  ...exceptionOperations,
  ...ownershipOperations,
  ...policyOperations,
  {
    id: 'GetHistory',
    method: 'get',
    path: `${ofEntity}/history`,
    summary: 'How a component stood, day by day',
    query: historyQuerySchema,
    response: componentHistorySchema,
    errors: readErrors,
  },
  {
    id: 'GetHealth',
    method: 'get',
    path: '/v1/health',
    summary: 'Liveness',
    errors: {},
    unauthenticated: true,
  },
];
