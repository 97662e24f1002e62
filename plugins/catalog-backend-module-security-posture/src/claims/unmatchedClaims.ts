import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { z } from 'zod';
import type { ClaimChecker } from './ClaimChecker';

const KEY = 'unmatched';
const HOUR = 3_600_000;

const answerSchema = z.object({
  /** In milliseconds since 1970; 0 before the first time. */
  askedAt: z.number(),
  unmatched: z.array(z.string()),
});
type Answer = z.infer<typeof answerSchema>;

export interface UnmatchedClaimsOptions {
  entityRef: string;
  /** The cache of the entity that is processed. */
  cache: CatalogProcessorCache;
  checker: ClaimChecker;
  now: number;
}

/**
 * What the checker said of an entity, at most an hour ago. An entity that is
 * processed for the first time is not asked about: the backend has not read it.
 */
export async function unmatchedClaims(
  options: UnmatchedClaimsOptions,
): Promise<Set<string>> {
  const { cache, now } = options;
  const known = answerSchema.safeParse(await cache.get(KEY)).data;
  if (known && known.askedAt <= now && now - known.askedAt < HOUR) {
    return new Set(known.unmatched);
  }
  const answer: Answer = known
    ? { askedAt: now, unmatched: await ask(options) }
    : { askedAt: 0, unmatched: [] };
  await cache.set(KEY, answer);
  return new Set(answer.unmatched);
}

async function ask({
  checker,
  entityRef,
}: UnmatchedClaimsOptions): Promise<string[]> {
  try {
    return await checker.unmatched(entityRef);
  } catch {
    // No answer is worth an entity that the catalog could not process.
    return [];
  }
}
