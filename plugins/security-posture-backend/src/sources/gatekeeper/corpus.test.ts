import { decodeBody } from '../../ingest/decode';
import { withCorpus } from '../__testUtils__/withCorpus';
import { gatekeeperSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

/** Whether the status of every constraint lists all of its violations. */
const complete = new Map([
  ['gatekeeper/gk-audit-ns-must-have-gk.yaml', [true]],
  ['gatekeeper/gk-violations-dryrun.yaml', [true]],
  ['gatekeeper/gk-list-kubectl-get-constraints.json', [true, true, true]],
  ['gatekeeper/gk-truncated-total.json', [false]],
]);

withCorpus(files => {
  it.each(files.files('gatekeeper').map(entry => [entry.file, entry] as const))(
    '%s says what violates, when, and whether that is all',
    (file, entry) => {
      const { expect: counted } = entry;
      const reports = gatekeeperSource.parse(files.documents(entry), context);
      expect(reports).toHaveLength(counted.objects);
      expect(reports.flatMap(({ skipped }) => skipped)).toEqual([]);
      expect(
        reports.map(({ generatedAt }) => generatedAt?.replace('.000Z', 'Z')),
      ).toEqual(counted.auditTimestamp);
      expect(
        reports
          .flatMap(({ decisions }) => decisions)
          .map(({ subject }) =>
            subject.kind === 'workload'
              ? `${subject.namespace}/${subject.workloadKind}/${subject.name}`
              : `/Namespace/${subject.name}`,
          ),
      ).toEqual(counted.resources);
      expect(
        reports.flatMap(({ scopes }) => scopes.map(scope => scope.complete)),
      ).toEqual(complete.get(file));
    },
  );

  it.each(
    files.hostile('gatekeeper').map(entry => [entry.file, entry] as const),
  )('closes nothing by %s', (_, { bytes }) => {
    const { documents } = decodeBody(bytes);
    const [report] = gatekeeperSource.parse(documents, context);
    expect(report.read).toEqual({ 'policy-result': 1 });
    expect(report.skippedTotal).toBe(1);
    expect(report.scopes.every(scope => !scope.complete)).toBe(true);
  });
});
