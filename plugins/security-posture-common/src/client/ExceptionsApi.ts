import type {
  Exception,
  ExceptionRequest,
  ExceptionsPage,
  ExceptionsQuery,
  ExceptionWithTrail,
  OpenVexDocument,
  Triage,
  TriageRequest,
} from '../api';
import type { RequestOptions } from './SecurityPostureApi';
import type { QueryInput } from './url';

/**
 * What people say of findings: triage, exceptions and the VEX document made of
 * them. Every method rejects with a ResponseError: 403 if the caller may not, 404
 * if they cannot see it, 409 if it was decided already.
 *
 * @public
 */
export interface ExceptionsApi {
  triageFinding(
    id: string,
    triage: TriageRequest,
    options?: RequestOptions,
  ): Promise<Triage>;
  /** The exceptions that concern any component which the caller may read. */
  listExceptions(
    query?: QueryInput<ExceptionsQuery>,
    options?: RequestOptions,
  ): Promise<ExceptionsPage>;
  /** The exceptions that concern one component. */
  listExceptionsOf(
    entityRef: string,
    query?: QueryInput<ExceptionsQuery>,
    options?: RequestOptions,
  ): Promise<ExceptionsPage>;
  getException(
    id: string,
    options?: RequestOptions,
  ): Promise<ExceptionWithTrail>;
  requestException(
    request: ExceptionRequest,
    options?: RequestOptions,
  ): Promise<Exception>;
  approveException(
    id: string,
    comment?: string,
    options?: RequestOptions,
  ): Promise<Exception>;
  denyException(
    id: string,
    comment: string,
    options?: RequestOptions,
  ): Promise<Exception>;
  revokeException(
    id: string,
    comment: string,
    options?: RequestOptions,
  ): Promise<Exception>;
  commentOnException(
    id: string,
    comment: string,
    options?: RequestOptions,
  ): Promise<ExceptionWithTrail>;
  /** An OpenVEX document about the findings of a component. */
  exportVex(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<OpenVexDocument>;
}
