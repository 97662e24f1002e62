import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import {
  alertsPageSchema,
  catalogueSchema,
  componentHistorySchema,
  decisionsPageSchema,
  exceptionSchema,
  exceptionsPageSchema,
  exceptionWithTrailSchema,
  findingDetailSchema,
  findingsPageSchema,
  imagesPageSchema,
  judgedChecksSchema,
  openVexDocumentSchema,
  ownershipSummarySchema,
  ownershipWorkloadsPageSchema,
  policyVerdictSchema,
  postureSchema,
  simulationSchema,
  teamPostureSchema,
  triageSchema,
  unmappedPageSchema,
  workloadsPageSchema,
  type AlertsQuery,
  type ChecksQuery,
  type DecisionsQuery,
  type ExceptionRequest,
  type ExceptionsQuery,
  type FindingsQuery,
  type GateRequest,
  type HistoryQuery,
  type ImagesQuery,
  type OwnershipWorkloadsQuery,
  type SimulateRequest,
  type TriageRequest,
  type UnmappedQuery,
  type WorkloadsQuery,
} from '../api';
import type { ExceptionsApi } from './ExceptionsApi';
import type { OwnershipApi } from './OwnershipApi';
import type { RequestOptions, SecurityPostureApi } from './SecurityPostureApi';
import { entityPath, toSearch, type QueryInput } from './url';

/**
 * What the client needs of an environment. Both the frontend's and the
 * backend's discovery services fit.
 *
 * @public
 */
export interface SecurityPostureClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** @public */
export class SecurityPostureClient
  implements SecurityPostureApi, ExceptionsApi, OwnershipApi
{
  readonly #options: SecurityPostureClientOptions;

  constructor(options: SecurityPostureClientOptions) {
    this.#options = options;
  }

  async getPosture(entityRef: string, options?: RequestOptions) {
    return this.#get(
      `${entityPath(entityRef)}/posture`,
      postureSchema,
      options,
    );
  }

  async listFindings(
    entityRef: string,
    query?: QueryInput<FindingsQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `${entityPath(entityRef)}/findings${toSearch(query)}`,
      findingsPageSchema,
      options,
    );
  }

  async listDecisions(
    entityRef: string,
    query?: QueryInput<DecisionsQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `${entityPath(entityRef)}/decisions${toSearch(query)}`,
      decisionsPageSchema,
      options,
    );
  }

  async listAlerts(
    entityRef: string,
    query?: QueryInput<AlertsQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `${entityPath(entityRef)}/alerts${toSearch(query)}`,
      alertsPageSchema,
      options,
    );
  }

  async getFinding(id: string, options?: RequestOptions) {
    return this.#get(
      `findings/${encodeURIComponent(id)}`,
      findingDetailSchema,
      options,
    );
  }

  async listImages(
    entityRef: string,
    query?: QueryInput<ImagesQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `${entityPath(entityRef)}/images${toSearch(query)}`,
      imagesPageSchema,
      options,
    );
  }

  async getHistory(
    entityRef: string,
    query?: HistoryQuery,
    options?: RequestOptions,
  ) {
    return this.#get(
      `${entityPath(entityRef)}/history${toSearch(query)}`,
      componentHistorySchema,
      options,
    );
  }

  async listChecks(
    entityRef: string,
    query?: QueryInput<ChecksQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `${entityPath(entityRef)}/checks${toSearch(query)}`,
      judgedChecksSchema,
      options,
    );
  }

  async listWorkloads(
    entityRef: string,
    query?: QueryInput<WorkloadsQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `${entityPath(entityRef)}/workloads${toSearch(query)}`,
      workloadsPageSchema,
      options,
    );
  }

  async getOwnership(options?: RequestOptions) {
    return this.#get('ownership', ownershipSummarySchema, options);
  }

  async listOwnershipWorkloads(
    query?: QueryInput<OwnershipWorkloadsQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `ownership/workloads${toSearch(query)}`,
      ownershipWorkloadsPageSchema,
      options,
    );
  }

  async listUnmapped(
    query?: QueryInput<UnmappedQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `ownership/unmapped${toSearch(query)}`,
      unmappedPageSchema,
      options,
    );
  }

  async getCatalogue(options?: RequestOptions) {
    return this.#get('checks', catalogueSchema, options);
  }

  async getTeam(groupRef: string, options?: RequestOptions) {
    const [, , ...path] = entityPath(groupRef).split('/');
    return this.#get(
      `groups/${path.join('/')}/posture`,
      teamPostureSchema,
      options,
    );
  }

  async askGate(request: GateRequest, options?: RequestOptions) {
    return this.#post('gate', request, policyVerdictSchema, options);
  }

  async simulatePolicy(request: SimulateRequest, options?: RequestOptions) {
    return this.#post('policy/simulate', request, simulationSchema, options);
  }

  async triageFinding(
    id: string,
    triage: TriageRequest,
    options?: RequestOptions,
  ) {
    return this.#post(
      `findings/${encodeURIComponent(id)}/triage`,
      triage,
      triageSchema,
      options,
    );
  }

  async listExceptions(
    query?: QueryInput<ExceptionsQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `exceptions${toSearch(query)}`,
      exceptionsPageSchema,
      options,
    );
  }

  async listExceptionsOf(
    entityRef: string,
    query?: QueryInput<ExceptionsQuery>,
    options?: RequestOptions,
  ) {
    return this.#get(
      `${entityPath(entityRef)}/exceptions${toSearch(query)}`,
      exceptionsPageSchema,
      options,
    );
  }

  async getException(id: string, options?: RequestOptions) {
    return this.#get(
      `exceptions/${encodeURIComponent(id)}`,
      exceptionWithTrailSchema,
      options,
    );
  }

  async requestException(request: ExceptionRequest, options?: RequestOptions) {
    return this.#post('exceptions', request, exceptionSchema, options);
  }

  async approveException(
    id: string,
    comment?: string,
    options?: RequestOptions,
  ) {
    return this.#decide(id, 'approve', comment, options);
  }

  async denyException(id: string, comment: string, options?: RequestOptions) {
    return this.#decide(id, 'deny', comment, options);
  }

  async revokeException(id: string, comment: string, options?: RequestOptions) {
    return this.#decide(id, 'revoke', comment, options);
  }

  async commentOnException(
    id: string,
    comment: string,
    options?: RequestOptions,
  ) {
    return this.#post(
      `exceptions/${encodeURIComponent(id)}/comments`,
      { comment },
      exceptionWithTrailSchema,
      options,
    );
  }

  async exportVex(entityRef: string, options?: RequestOptions) {
    return this.#get(
      `export/vex.json${toSearch({ entityRef })}`,
      openVexDocumentSchema,
      options,
    );
  }

  async #decide(
    id: string,
    decision: 'approve' | 'deny' | 'revoke',
    comment: string | undefined,
    options?: RequestOptions,
  ) {
    return this.#post(
      `exceptions/${encodeURIComponent(id)}/${decision}`,
      { comment },
      exceptionSchema,
      options,
    );
  }

  async #get<T extends z.ZodType>(
    path: string,
    schema: T,
    options?: RequestOptions,
  ): Promise<z.infer<T>> {
    return this.#fetch(path, schema, { signal: options?.signal });
  }

  async #post<T extends z.ZodType>(
    path: string,
    body: object,
    schema: T,
    options?: RequestOptions,
  ): Promise<z.infer<T>> {
    return this.#fetch(path, schema, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: options?.signal,
    });
  }

  async #fetch<T extends z.ZodType>(
    path: string,
    schema: T,
    init: RequestInit,
  ): Promise<z.infer<T>> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('security-posture');
    const response = await fetchApi.fetch(`${baseUrl}/v1/${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}
