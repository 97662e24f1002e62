import { plainText } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';
import { isCve, vulnerabilityId } from '../model/vulnerabilityId';
import type { KnownExploits } from '../store/operations/saveKnownExploits';
import type { FeedBytes } from './openFeed';
import { readDate } from './readDate';

const Text = z.string().optional().catch(undefined);

const Catalogue = z.object({
  catalogVersion: Text,
  dateReleased: Text,
  count: z.number().optional().catch(undefined),
  vulnerabilities: z.array(z.unknown()),
});

const Entry = z.object({
  cveID: z.string().transform(vulnerabilityId).refine(isCve),
  dateAdded: Text,
  dueDate: Text,
  knownRansomwareCampaignUse: Text,
});

/** A catalogue of known exploited vulnerabilities, as read. */
export interface Kev extends Omit<KnownExploits, 'source'> {
  version?: string;
  /** ISO 8601. */
  dataAt?: string;
  /** Entries that could not be read. */
  skipped: number;
}

/**
 * Reads the JSON of CISA's catalogue of known exploited vulnerabilities. It
 * counts as complete if every entry could be read and their number is the one
 * that it declares.
 */
export async function readKev(bytes: FeedBytes): Promise<Kev> {
  const catalogue = Catalogue.safeParse(await readJson(bytes));
  if (!catalogue.success) {
    throw new Error('Not a KEV catalogue: expected a list of vulnerabilities');
  }
  const { catalogVersion, dateReleased, count, vulnerabilities } =
    catalogue.data;
  const exploits = new Map<string, Kev['exploits'][number]>();
  let skipped = 0;
  for (const element of vulnerabilities) {
    const { data: entry } = Entry.safeParse(element);
    if (entry) {
      exploits.set(entry.cveID, {
        cve: entry.cveID,
        addedAt: readDate(entry.dateAdded),
        dueAt: readDate(entry.dueDate),
        ransomware: entry.knownRansomwareCampaignUse === 'Known',
      });
    } else {
      skipped += 1;
    }
  }
  if (exploits.size === 0) throw new Error('The KEV catalogue has no entry');
  return {
    version: catalogVersion && plainText(catalogVersion, 100),
    dataAt: readDate(dateReleased),
    complete:
      skipped === 0 &&
      (count === undefined || count === vulnerabilities.length),
    exploits: [...exploits.values()],
    skipped,
  };
}

async function readJson(bytes: FeedBytes): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  const text = new TextDecoder().decode(Buffer.concat(pieces));
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the document.
    throw new Error('Not a KEV catalogue: the document is not JSON');
  }
}
