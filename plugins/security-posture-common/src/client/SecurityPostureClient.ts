import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import {
  alertsPageSchema,
  decisionsPageSchema,
  findingsPageSchema,
  postureSchema,
  type AlertsPage,
  type AlertsQuery,
  type DecisionsPage,
  type DecisionsQuery,
  type FindingsPage,
  type FindingsQuery,
  type Posture,
} from '../api';
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
export interface RequestOptions {
  signal?: AbortSignal;
}

/**
 * Reads the API of the Security Posture backend.
 *
 * @public
 */
export interface SecurityPostureApi {
  /** The posture of one component. Rejects with a ResponseError, 404 if the caller cannot see it. */
  getPosture(entityRef: string, options?: RequestOptions): Promise<Posture>;
  listFindings(
    entityRef: string,
    query?: QueryInput<FindingsQuery>,
    options?: RequestOptions,
  ): Promise<FindingsPage>;
  listDecisions(
    entityRef: string,
    query?: QueryInput<DecisionsQuery>,
    options?: RequestOptions,
  ): Promise<DecisionsPage>;
  listAlerts(
    entityRef: string,
    query?: QueryInput<AlertsQuery>,
    options?: RequestOptions,
  ): Promise<AlertsPage>;
}

/** @public */
export class SecurityPostureClient implements SecurityPostureApi {
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

  async #get<T extends z.ZodType>(
    path: string,
    schema: T,
    options?: RequestOptions,
  ): Promise<z.infer<T>> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('security-posture');
    const response = await fetchApi.fetch(`${baseUrl}/v1/${path}`, {
      signal: options?.signal,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}
