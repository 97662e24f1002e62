import {
  exceptionApprovalSchema,
  exceptionCommentSchema,
  exceptionRequestSchema,
  exceptionSchema,
  exceptionsPageSchema,
  exceptionsQuerySchema,
  exceptionWithTrailSchema,
  openVexDocumentSchema,
  triageRequestSchema,
  triageSchema,
  vexExportQuerySchema,
} from '../api';
import type { Operation } from './operations';

const json = ['application/json'];

const readErrors = {
  400: 'A parameter is malformed',
  401: 'No valid credentials',
  403: 'The caller may not read the posture of any component',
};

const notFound = {
  404: 'No such exception, or it concerns no component that the caller can see',
};

const writeErrors = {
  400: 'The body is malformed',
  401: 'No valid credentials',
};

const decideErrors = {
  ...writeErrors,
  403: 'The caller may not decide on these components, or asked for it themself',
  ...notFound,
  409: 'It was decided already',
};

/** The operations of triage, exceptions and VEX. */
export const exceptionOperations: Operation[] = [
  {
    id: 'TriageFinding',
    method: 'post',
    path: '/v1/findings/{id}/triage',
    summary: 'Say what was found out about a finding',
    body: json,
    bodySchema: triageRequestSchema,
    response: triageSchema,
    errors: {
      ...writeErrors,
      403: 'The caller may not triage findings of these components',
      404: 'No such finding, or it is of no component that the caller can see',
    },
  },
  {
    id: 'RequestException',
    method: 'post',
    path: '/v1/exceptions',
    summary:
      'Ask for an exception. What it is about stays open until someone else approves.',
    body: json,
    bodySchema: exceptionRequestSchema,
    response: exceptionSchema,
    errors: {
      ...writeErrors,
      403: 'The caller may not ask for exceptions on these components',
      404: 'No such finding or component, or the caller cannot see it',
    },
  },
  {
    id: 'ListExceptions',
    method: 'get',
    path: '/v1/exceptions',
    summary: 'The exceptions that concern components which the caller may read',
    query: exceptionsQuerySchema,
    response: exceptionsPageSchema,
    errors: readErrors,
  },
  {
    id: 'GetException',
    method: 'get',
    path: '/v1/exceptions/{id}',
    summary: 'An exception with its trail',
    response: exceptionWithTrailSchema,
    errors: { ...readErrors, ...notFound },
  },
  {
    id: 'ApproveException',
    method: 'post',
    path: '/v1/exceptions/{id}/approve',
    summary: 'Approve an exception that someone else asked for',
    body: json,
    bodySchema: exceptionApprovalSchema,
    response: exceptionSchema,
    errors: decideErrors,
  },
  {
    id: 'DenyException',
    method: 'post',
    path: '/v1/exceptions/{id}/deny',
    summary: 'Deny an exception that someone else asked for',
    body: json,
    bodySchema: exceptionCommentSchema,
    response: exceptionSchema,
    errors: decideErrors,
  },
  {
    id: 'RevokeException',
    method: 'post',
    path: '/v1/exceptions/{id}/revoke',
    summary: 'End an exception, or take the request back',
    body: json,
    bodySchema: exceptionCommentSchema,
    response: exceptionSchema,
    errors: {
      ...decideErrors,
      403: 'The caller may not decide on these components and did not ask for it',
      409: 'It has ended already',
    },
  },
  {
    id: 'CommentOnException',
    method: 'post',
    path: '/v1/exceptions/{id}/comments',
    summary: 'Add a comment to the trail of an exception',
    body: json,
    bodySchema: exceptionCommentSchema,
    response: exceptionWithTrailSchema,
    errors: {
      ...writeErrors,
      403: 'The caller may neither ask for nor decide exceptions here',
      ...notFound,
    },
  },
  {
    id: 'ListExceptionsOfEntity',
    method: 'get',
    path: '/v1/entities/{kind}/{namespace}/{name}/exceptions',
    summary:
      "The exceptions that concern a component's findings, its system or everything",
    query: exceptionsQuerySchema,
    response: exceptionsPageSchema,
    errors: {
      400: 'A parameter is malformed',
      401: 'No valid credentials',
      403: 'The caller may not read the posture of this component',
      404: 'No such component, or the caller cannot see it in the catalog',
    },
  },
  {
    id: 'ExportVex',
    method: 'get',
    path: '/v1/export/vex.json',
    summary:
      'An OpenVEX document of what was found out about the vulnerabilities of a component',
    query: vexExportQuerySchema,
    response: openVexDocumentSchema,
    errors: {
      400: 'A parameter is malformed',
      401: 'No valid credentials',
      403: 'The caller may not read the posture of this component',
      404: 'No such component, or the caller cannot see it in the catalog',
    },
  },
];
