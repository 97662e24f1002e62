import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { z } from 'zod';
import type { ClaimChecker } from './ClaimChecker';

const PLUGIN = 'security-posture';

const answerSchema = z.object({ unmatched: z.array(z.string()) });

export interface HttpClaimCheckerOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  /** For how long an answer is waited for, in milliseconds. Default 3 seconds. */
  timeout?: number;
  /**
   * For how long nothing is asked after a failure, in milliseconds, so that an
   * outage does not slow the catalog down. Default 1 minute.
   */
  pause?: number;
  now?: () => number;
}

/** Asks the Security Posture backend. What it cannot answer is unknown. */
export class HttpClaimChecker implements ClaimChecker {
  readonly #options: HttpClaimCheckerOptions;
  readonly #now: () => number;
  #pausedUntil = 0;
  #failing = false;

  static create(options: HttpClaimCheckerOptions): HttpClaimChecker {
    return new HttpClaimChecker(options);
  }

  private constructor(options: HttpClaimCheckerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  async unmatched(entityRef: string): Promise<string[]> {
    if (this.#now() < this.#pausedUntil) return [];
    try {
      const answer = await this.#ask(entityRef);
      this.#failing = false;
      return answer;
    } catch (error) {
      this.#pausedUntil = this.#now() + (this.#options.pause ?? 60_000);
      const level = this.#failing ? 'debug' : 'warn';
      this.#failing = true;
      this.#options.logger[level](
        'Security Posture did not tell which annotations match nothing',
        toError(error),
      );
      return [];
    }
  }

  async #ask(entityRef: string): Promise<string[]> {
    const { auth, discovery, timeout = 3_000 } = this.#options;
    const baseUrl = await discovery.getBaseUrl(PLUGIN);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN,
    });
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    const response = await fetch(`${baseUrl}/v1/claims/${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeout),
    });
    if (response.ok) return answerSchema.parse(await response.json()).unmatched;
    await response.body?.cancel();
    // Backends without the route, and entities that it does not know yet.
    if (response.status === 404) return [];
    throw new Error(`It answered ${response.status}`);
  }
}
