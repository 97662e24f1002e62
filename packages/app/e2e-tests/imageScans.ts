import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const corpus = process.env.REPORT_CORPUS;

/** A real scan of a real image where the corpus is at hand, else an example. */
const file = corpus
  ? join(corpus, 'fixtures/trivy/scb-juice-shop-v10.2.0.json')
  : join(__dirname, '../../../examples/reports/build/payment-gateway.json');

interface Scan {
  CreatedAt: string;
  ArtifactName: string;
  Metadata: { RepoDigests: string[] };
  Results: {
    Vulnerabilities?: { VulnerabilityID: string; FixedVersion?: string }[];
    Secrets?: object[];
  }[];
}

/** What Trivy wrote of an image, as if it had been scanned right now. */
export function vulnerableScan(): Scan {
  const text = readFileSync(file, 'utf8').replaceAll(
    'payments/payment-gateway',
    'search/recommendations',
  );
  return { ...JSON.parse(text), CreatedAt: new Date().toISOString() };
}

/**
 * A scan of the image after its repair: a new digest, without the secrets and
 * without what had a fix.
 */
export function fixedScan(): Scan {
  const { Results, ...scan } = vulnerableScan();
  return {
    ...scan,
    Metadata: {
      ...scan.Metadata,
      RepoDigests: scan.Metadata.RepoDigests.map(digest =>
        digest.replace(/[0-9a-f]{64}$/, 'f1'.repeat(32)),
      ),
    },
    Results: Results.filter(({ Secrets }) => !Secrets).map(result => ({
      ...result,
      Vulnerabilities: result.Vulnerabilities?.filter(
        ({ FixedVersion }) => !FixedVersion,
      ),
    })),
  };
}
