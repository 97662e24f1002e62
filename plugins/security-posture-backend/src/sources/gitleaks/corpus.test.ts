import { InputError } from '@backstage/errors';
import type {
  SecretFinding,
  SourceDocument,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { corpus } from '../../tests/corpus';
import { gitleaksSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** Why our count differs from what another product makes of the same file. */
const differences = new Map([
  [
    'gitleaks/dd-gitleaks8_many.json',
    'DefectDojo merges two of the 4 leaks by a key of its own',
  ],
  [
    'gitleaks/dd-version_7.5.0.json',
    'DefectDojo merges the 8 leaks into 4, one commit hides the other',
  ],
]);

if (files) {
  describe('gitleaksSource reads the corpus', () => {
    it.each(files.files('gitleaks').map(entry => [entry.file, entry] as const))(
      '%s',
      (file, entry) => {
        const documents = files.documents(entry);
        const { expect: counted, peer_expected: peer } = entry;
        // `null` is what gitleaks wrote for no leaks; it holds no document.
        expect(documents).toHaveLength(counted.null ? 0 : 1);
        expect(
          documents.every(({ value }) => gitleaksSource.recognise(value)),
        ).toBe(true);
        const reports = gitleaksSource.parse(documents, context);
        const secrets = reports.flatMap(({ findings }) =>
          findings.flatMap(finding =>
            finding.kind === 'secret' ? [finding] : [],
          ),
        );
        expect(secrets).toHaveLength(counted.findings);
        expect(
          reports.map(({ read, skippedTotal }) => [read.secret, skippedTotal]),
        ).toEqual(counted.null ? [] : [[counted.findings, 0]]);
        expect(byRule(secrets)).toEqual(counted.byRule ?? {});
        expect(new Set(secrets.map(({ path }) => path)).size).toBe(
          counted.files?.n ?? 0,
        );
        expect(
          new Set(secrets.flatMap(({ commit }) => commit ?? [])).size,
        ).toBe(counted.commits ?? 0);
        expect(
          new Set(
            secrets.map(({ ruleId, path, commit, startLine }) =>
              [ruleId, path, commit, startLine].join('\n'),
            ),
          ).size,
        ).toBe(counted.distinctRuleFileLine ?? 0);
        const theirs = peer?.defectdojo_findings ?? counted.findings;
        expect(theirs === counted.findings || differences.has(file)).toBe(true);
      },
    );
  });

  describe('gitleaksSource survives the hostile files', () => {
    it.each(
      files.hostile('gitleaks').map(entry => [entry.file, entry] as const),
    )('%s', (_, { bytes }) => {
      const [report] = attempt(bytes);
      expect(report.read).toEqual({ secret: 3 });
      expect(report.findings).toEqual([]);
      expect(report.skippedTotal).toBe(3);
      expect(report.scopes[0].complete).toBe(false);
    });
  });
} else {
  describe('the corpus of gitleaks', () => {
    it('left out: REPORT_CORPUS is not set', () => {
      expect(files).toBeUndefined();
    });
  });
}

/** The reports of a hostile file, none if it is refused as it should be. */
function attempt(bytes: Buffer): SourceReport[] {
  try {
    const value: SourceDocument['value'] = JSON.parse(bytes.toString('utf8'));
    return gitleaksSource.parse([{ value, path: '$' }], context);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function byRule(secrets: SecretFinding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ruleId } of secrets) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  return counts;
}
