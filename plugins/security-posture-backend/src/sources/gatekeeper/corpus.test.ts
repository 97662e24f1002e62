import { decodeBody } from '../../ingest/decode';
import { corpus } from '../../tests/corpus';
import { gatekeeperSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** The tool's word for our action. */
const actions = new Map([
  ['deny', 'deny'],
  ['warn', 'warn'],
  ['dryrun', 'audit'],
]);

/** Whether the status of every constraint lists all of its violations. */
const complete = new Map([
  ['gatekeeper/gk-audit-ns-must-have-gk.yaml', [true]],
  ['gatekeeper/gk-violations-dryrun.yaml', [true]],
  ['gatekeeper/gk-list-kubectl-get-constraints.json', [true, true, true]],
  ['gatekeeper/gk-truncated-total.json', [false]],
]);

if (files) {
  describe('gatekeeperSource reads the corpus', () => {
    it.each(
      files.files('gatekeeper').map(entry => [entry.file, entry] as const),
    )('%s', (file, entry) => {
      const { expect: counted } = entry;
      const documents = files.documents(entry);
      expect(
        documents.every(({ value }) => gatekeeperSource.recognise(value)),
      ).toBe(true);
      const reports = gatekeeperSource.parse(documents, context);
      expect(reports).toHaveLength(counted.objects);
      const results = reports.map(({ read }) => read['policy-result'] ?? 0);
      expect(results.reduce((sum, count) => sum + count, 0)).toBe(
        counted.violations,
      );
      expect(reports.flatMap(({ skipped }) => skipped)).toEqual([]);
      const decisions = reports.flatMap(report => report.decisions);
      const byAction = new Map<string, number>();
      for (const { action } of decisions) {
        byAction.set(action, (byAction.get(action) ?? 0) + 1);
      }
      expect(byAction).toEqual(
        new Map(
          Object.entries(counted.byAction).map(([action, count]) => [
            actions.get(action),
            count,
          ]),
        ),
      );
      expect(
        reports.map(({ generatedAt }) => generatedAt?.replace('.000Z', 'Z')),
      ).toEqual(counted.auditTimestamp);
      expect(
        decisions.map(({ subject }) => {
          if (subject.kind !== 'workload') return `/Namespace/${subject.name}`;
          return `${subject.namespace}/${subject.workloadKind}/${subject.name}`;
        }),
      ).toEqual(counted.resources);
      expect(
        reports.flatMap(({ scopes }) => scopes.map(scope => scope.complete)),
      ).toEqual(complete.get(file));
    });
  });

  describe('gatekeeperSource survives the hostile files', () => {
    it.each(
      files.hostile('gatekeeper').map(entry => [entry.file, entry] as const),
    )('%s', (_, { bytes }) => {
      const { documents } = decodeBody(bytes);
      const [report] = gatekeeperSource.parse(documents, context);
      expect(report.read).toEqual({ 'policy-result': 1 });
      expect(report.skippedTotal).toBe(1);
      expect(report.scopes.every(scope => !scope.complete)).toBe(true);
    });
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
}
