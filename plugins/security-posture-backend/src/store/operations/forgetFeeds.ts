import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { findKnownExploited } from '../readModels/findKnownExploited';
import { deriveKnownExploits } from './deriveKnownExploits';
import { lockIntel } from './lockIntel';
import { difference } from './saveKnownExploits';

/**
 * Forgets the feeds that are configured no more, with the catalogues that they
 * brought. Chances of exploitation stay: they say of which day they are.
 *
 * @returns the CVEs that are not known to be exploited any more
 */
export async function forgetFeeds(
  tx: Knex,
  configured: string[],
): Promise<string[]> {
  await lockIntel(tx);
  const forgotten: { location: string }[] = await tx('intel_feeds')
    .whereNotIn('location', textSet(tx, configured))
    .select('location');
  if (forgotten.length === 0) return [];
  const locations = forgotten.map(({ location }) => location);
  const before = await findKnownExploited(tx);
  await tx('intel_feeds').whereIn('location', textSet(tx, locations)).delete();
  await tx('known_exploits').whereIn('source', textSet(tx, locations)).delete();
  await deriveKnownExploits(tx);
  return difference(before, await findKnownExploited(tx));
}
