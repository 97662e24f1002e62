import { decodeBody } from '../../ingest/decode';
import { corpus } from '../../tests/corpus';
import { sum } from '../kubernetes/__testUtils__/damage';
import { k8sAuditSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** What the source does not recognise though it lies among the events. */
const unrecognised = new Map([
  [
    'k8s-audit/falco-fal_01_003.json',
    'a document with nothing but a kind that is a number: a test of a parser’s nerves',
  ],
]);

/** Decisions in a refusal's message, policy by policy: counted by hand. */
const inMessages = new Map([
  // Two policies of Kyverno with one rule each.
  ['k8s-audit/fairwinds-pods_blocked.json', 2],
  ['k8s-audit/eventlist-webhook-2.json', 2],
]);

const alerts = new Map([['k8s-audit/falco-exec_pod.json', ['Exec into pod']]]);

if (files) {
  describe('k8sAuditSource reads the corpus', () => {
    it.each(
      files.files('k8s-audit').map(entry => [entry.file, entry] as const),
    )('%s', (file, entry) => {
      const documents = files.documents(entry);
      const { expect: counted } = entry;
      expect(documents).toHaveLength(counted.events);
      expect(
        documents.every(({ value }) => k8sAuditSource.recognise(value)),
      ).toBe(!unrecognised.has(file));
      const [report] = k8sAuditSource.parse(documents, context);
      const { read } = report;
      expect(report.skippedTotal).toBe(unrecognised.has(file) ? 1 : 0);
      const decisions =
        counted.vapFailures.length +
        counted.podSecurityViolations.length +
        (inMessages.get(file) ?? 0);
      expect(read.decision ?? 0).toBe(decisions);
      expect(report.decisions).toHaveLength(decisions);
      expect(report.alerts.map(({ rule }) => rule)).toEqual(
        alerts.get(file) ?? [],
      );
      const decided = new Set(
        report.decisions.map(({ eventId }) => eventId?.split('#')[0]),
      );
      expect((read.event ?? 0) + report.alerts.length + decided.size).toBe(
        counted.events,
      );
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
      expect(JSON.stringify(report)).not.toContain('MY-KEY');
    });
  });

  describe('k8sAuditSource survives the hostile files', () => {
    it.each(
      files.hostile('k8s-audit').map(entry => [entry.file, entry] as const),
    )('%s', (_, { bytes }) => {
      const { documents } = decodeBody(bytes);
      const started = performance.now();
      const [report] = k8sAuditSource.parse(documents, context);
      expect(performance.now() - started).toBeLessThan(1000);
      expect(sum(report.read)).toBeGreaterThanOrEqual(documents.length);
      expect(report.decisions).toHaveLength(
        (report.read.decision ?? 0) - (report.skippedByKind.decision ?? 0),
      );
    });

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
} else {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
}
