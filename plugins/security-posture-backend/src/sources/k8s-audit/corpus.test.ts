import { decodeBody } from '../../ingest/decode';
import { withCorpus } from '../__testUtils__/withCorpus';
import { k8sAuditSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

withCorpus(files => {
  it.each(files.files('k8s-audit').map(entry => [entry.file, entry] as const))(
    '%s says what was decided and what runs',
    (file, entry) => {
      const documents = files.documents(entry);
      const { expect: counted } = entry;
      expect(documents).toHaveLength(counted.events);
      const [report] = k8sAuditSource.parse(documents, context);
      // One file is an object with nothing but a kind that is a number.
      expect(report.skippedTotal).toBe(file.includes('fal_01_003') ? 1 : 0);
      expect(
        report.decisions
          .filter(({ engine }) => engine === 'validating-admission-policy')
          .map(({ policy, rule, message }) => ({ policy, rule, message })),
      ).toEqual(
        counted.vapFailures.map((failure: any) => ({
          policy: failure.policy,
          rule: failure.binding,
          message: failure.message,
        })),
      );
      expect(
        new Set(
          report.workloads.flatMap(({ containers }) =>
            containers.map(({ imageReference }) => imageReference),
          ),
        ),
      ).toEqual(new Set(counted.images));
      expect(report.alerts.map(({ rule }) => rule)).toEqual(
        file.includes('exec_pod') ? ['Exec into pod'] : [],
      );
      expect(JSON.stringify(report)).not.toContain('MY-KEY');
    },
  );

  it('shows an injected user name and policy message as text on one line', () => {
    const [injection] = files
      .hostile('k8s-audit')
      .filter(({ file }) => file.includes('injection'));
    const [report] = k8sAuditSource.parse(
      decodeBody(injection.bytes).documents,
      context,
    );
    expect(report.read).toEqual({ decision: 1 });
    expect(report.decisions[0]).toMatchObject({
      actor: 'admin 2024-01-01 INFO login ok user=root',
      message: '<script>alert(1)</script>',
    });
  });
});
