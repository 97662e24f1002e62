import {
  policyVerdictSchema,
  type GateRequest,
  type PolicyVerdict,
} from 'backstage-plugin-security-posture-common';
import type { z } from 'zod';
import { RequestError } from '../errors';
import type { ReportFile } from '../files';
import { reportsAnswerSchema, type ReportsAnswer } from './answers';
import { networkFailure } from './networkFailure';
import { passingStatuses, refusal } from './refusal';
import { retryDelay } from './retryDelay';

export interface PostureClientOptions {
  /** The base of the plugin's API. */
  url: string;
  token?: string;
  timeoutSeconds: number;
  retries: number;
  userAgent: string;
  /** Told before each repetition. */
  onRetry(error: RequestError, waitSeconds: number): void;
  wait(milliseconds: number): Promise<void>;
}

interface Post {
  path: string;
  body: Uint8Array | string;
  headers: Record<string, string>;
}

/**
 * Speaks with the Security Posture backend. What is sent twice is stored once,
 * so that every request can be repeated. Rejects with a RequestError.
 */
export class PostureClient {
  readonly #options: PostureClientOptions;

  constructor(options: PostureClientOptions) {
    this.#options = options;
  }

  async sendReport(
    file: ReportFile,
    query: URLSearchParams,
  ): Promise<ReportsAnswer> {
    return this.#post(
      {
        path: `v1/reports${query.size > 0 ? `?${query}` : ''}`,
        body: file.bytes,
        headers: {
          'Content-Type': file.contentType,
          ...(file.gzipped && { 'Content-Encoding': 'gzip' }),
        },
      },
      reportsAnswerSchema,
    );
  }

  async askGate(request: GateRequest): Promise<PolicyVerdict> {
    return this.#post(
      {
        path: 'v1/gate',
        body: JSON.stringify(request),
        headers: { 'Content-Type': 'application/json' },
      },
      policyVerdictSchema,
    );
  }

  async #post<S extends z.ZodType>(post: Post, schema: S): Promise<z.infer<S>> {
    const { retries, onRetry, wait } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#attempt(post, schema);
      if ('answer' in outcome) return outcome.answer;
      const { error, passing, retryAfter } = outcome;
      if (!passing || attempt > retries) throw error;
      const delay = retryDelay(attempt, retryAfter, {
        now: new Date(),
        random: Math.random(),
      });
      onRetry(error, delay / 1000);
      await wait(delay);
    }
  }

  async #attempt<S extends z.ZodType>(
    { path, body, headers }: Post,
    schema: S,
  ): Promise<
    | { answer: z.infer<S> }
    | { error: RequestError; passing: boolean; retryAfter: string | null }
  > {
    const { url, token, timeoutSeconds, userAgent } = this.#options;
    try {
      const response = await fetch(`${url}/${path}`, {
        method: 'POST',
        body,
        headers: {
          ...headers,
          Accept: 'application/json',
          'User-Agent': userAgent,
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        // A redirect would turn it into a GET, or carry it elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutSeconds * 1000),
      });
      const text = await response.text();
      if (response.ok) return { answer: this.#read(text, schema) };
      return {
        error: refusal(response.status, text, {
          hasToken: token !== undefined,
          url,
        }),
        passing: passingStatuses.includes(response.status),
        retryAfter: response.headers.get('Retry-After'),
      };
    } catch (error) {
      if (error instanceof RequestError) throw error;
      return {
        ...networkFailure(error, { url, timeoutSeconds }),
        retryAfter: null,
      };
    }
  }

  #read<S extends z.ZodType>(text: string, schema: S): z.infer<S> {
    try {
      return schema.parse(JSON.parse(text));
    } catch (error) {
      throw new RequestError(
        `${
          new URL(this.#options.url).host
        } answered something else than a Security Posture backend does`,
        {
          hint: 'Check that --url is the address of the backend, and that this command is about as new as the plugin.',
        },
      );
    }
  }
}
