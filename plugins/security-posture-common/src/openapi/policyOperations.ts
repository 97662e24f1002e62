import { z } from 'zod';
import {
  admissionQuerySchema,
  catalogueSchema,
  claimsSchema,
  checksQuerySchema,
  gateRequestSchema,
  judgedChecksSchema,
  policyExportQuerySchema,
  policyVerdictSchema,
  simulateRequestSchema,
  simulationSchema,
  teamPostureSchema,
  workloadsPageSchema,
  workloadsQuerySchema,
} from '../api';
import type { Operation } from './operations';

const json = ['application/json'];

const ofEntity = '/v1/entities/{kind}/{namespace}/{name}';

const readErrors = {
  400: 'A parameter is malformed',
  401: 'No valid credentials',
  403: 'The caller may not read the posture of this component',
  404: 'No such component, or the caller cannot see it in the catalog',
};

/** What the API server sends and reads; its form is the API of Kubernetes. */
const admissionReview = z.looseObject({
  apiVersion: z.literal('admission.k8s.io/v1'),
  kind: z.literal('AdmissionReview'),
});

/** Kubernetes allows no query in the address of a webhook, so the path may name the cluster. */
const reviewAdmission = {
  method: 'post',
  summary: 'The validating admission webhook: AdmissionReview v1 in and out',
  body: json,
  bodySchema: admissionReview,
  response: admissionReview,
  errors: {
    400: 'The body is no AdmissionReview',
    401: 'No valid credentials',
    403: 'The caller may not ask for admission',
    413: 'The body is too large',
  },
} as const satisfies Partial<Operation>;

/** The operations of checks, the gate, the webhook and the policy. */
export const policyOperations: Operation[] = [
  {
    id: 'ListChecks',
    method: 'get',
    path: '/v1/checks',
    summary:
      'The catalogue of checks and features, with the practices they serve',
    response: catalogueSchema,
    errors: { 401: 'No valid credentials' },
  },
  {
    id: 'ListJudgedChecks',
    method: 'get',
    path: `${ofEntity}/checks`,
    summary: 'The checks as they stand on a component, those that fail first',
    query: checksQuerySchema,
    response: judgedChecksSchema,
    errors: readErrors,
  },
  {
    id: 'ListWorkloads',
    method: 'get',
    path: `${ofEntity}/workloads`,
    summary: 'The workloads of a component with the risk of each',
    query: workloadsQuerySchema,
    response: workloadsPageSchema,
    errors: readErrors,
  },
  {
    id: 'GetClaims',
    method: 'get',
    path: '/v1/claims/{kind}/{namespace}/{name}',
    summary:
      'What the annotations of an entity claim although nothing that was reported is like it',
    response: claimsSchema,
    errors: readErrors,
  },
  {
    id: 'GetTeamPosture',
    method: 'get',
    path: '/v1/groups/{namespace}/{name}/posture',
    summary: 'A team and its child teams: components, risk, what closes most',
    response: teamPostureSchema,
    errors: {
      401: 'No valid credentials',
      403: 'The caller may not read the posture of any component',
      404: 'No such group, or the caller cannot see it in the catalog',
    },
  },
  {
    id: 'AskGate',
    method: 'post',
    path: '/v1/gate',
    summary:
      'The verdict of the policy about what is known. Nothing is stored.',
    body: json,
    bodySchema: gateRequestSchema,
    response: policyVerdictSchema,
    errors: {
      400: 'The body is malformed',
      401: 'No valid credentials',
      403: 'The caller may neither send reports nor read the posture of what was asked about',
      404: 'No such component, or the caller cannot see it in the catalog',
    },
  },
  {
    ...reviewAdmission,
    id: 'ReviewAdmission',
    path: '/v1/admission/review',
    query: admissionQuerySchema,
  },
  {
    ...reviewAdmission,
    id: 'ReviewAdmissionInCluster',
    path: '/v1/admission/review/{cluster}',
    query: admissionQuerySchema.omit({ cluster: true }),
  },
  {
    id: 'SimulatePolicy',
    method: 'post',
    path: '/v1/policy/simulate',
    summary:
      'What a changed policy would fail, by owner, before it is switched on',
    body: json,
    bodySchema: simulateRequestSchema,
    response: simulationSchema,
    errors: {
      400: 'The policy is malformed; the message names the key',
      401: 'No valid credentials',
      403: 'The caller may not simulate policies',
    },
  },
  {
    id: 'ExportPolicy',
    method: 'get',
    path: '/v1/policy/export',
    summary:
      'The policy as YAML for an admission controller, as far as it can be expressed there',
    query: policyExportQuerySchema,
    errors: { 400: 'A parameter is malformed', 401: 'No valid credentials' },
  },
];
