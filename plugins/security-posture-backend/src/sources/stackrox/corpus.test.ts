import { InputError } from '@backstage/errors';
import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../../ingest/decode';
import { corpus } from '../../tests/corpus';
import { stackroxSource } from './source';

const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-11-23T10:00:00Z'),
};

const files = corpus();

/** Everything that was kept, with the severity as RHACS spells it. */
function severitiesOf(reports: SourceReport[]) {
  const counts: Record<string, number> = {};
  for (const { findings, alerts, decisions } of reports) {
    for (const { severity } of [...findings, ...alerts, ...decisions]) {
      const spelling = `${severity.toLocaleUpperCase('en-US')}_SEVERITY`;
      counts[spelling] = (counts[spelling] ?? 0) + 1;
    }
  }
  return counts;
}

function totals(reports: SourceReport[]) {
  let [alerts, events, kept, skipped] = [0, 0, 0, 0];
  for (const report of reports) {
    const { read } = report;
    alerts += (read.alert ?? 0) + (read.decision ?? 0);
    alerts += read.misconfiguration ?? 0;
    events += read.event ?? 0;
    kept += report.findings.length + report.alerts.length;
    kept += report.decisions.length;
    skipped += report.skippedTotal;
  }
  return { alerts, events, kept, skipped };
}

/** Violations that Splunk polls; those of this file name no policy. */
const withoutPolicies = 'stackrox/rox-splunk-generic_violation.json';

if (files) {
  const own = files
    .files('stackrox')
    .filter(({ file }) => !file.includes('roxctl'));

  describe('stackrox alerts of other people', () => {
    it.each(
      own
        .filter(({ file }) => file !== withoutPolicies)
        .map(entry => [entry.file, entry] as const),
    )('counts %s as it was counted by hand', (_file, entry) => {
      const documents = files.documents(entry);
      expect(
        documents.every(({ value }) => stackroxSource.recognise(value)),
      ).toBe(true);
      const reports = stackroxSource.parse(documents, context);
      const { alerts } = entry.expect;
      expect(totals(reports)).toEqual({
        alerts,
        events: 0,
        kept: alerts,
        skipped: 0,
      });
      expect(severitiesOf(reports)).toEqual(entry.expect.bySeverity);
      const subjects = reports.flatMap(report =>
        [...report.findings, ...report.alerts].map(({ subject }) => subject),
      );
      for (const { deployment, namespace, cluster } of entry.expect.list) {
        if (!deployment) continue;
        expect(subjects).toContainEqual(
          expect.objectContaining({ name: deployment, namespace, cluster }),
        );
      }
    });

    it('skips violations that name no policy', () => {
      const [entry] = own.filter(({ file }) => file === withoutPolicies);
      const reports = stackroxSource.parse(files.documents(entry), context);
      expect(totals(reports)).toEqual({
        alerts: files
          .files('stackrox')
          .find(({ file }) => file === withoutPolicies)?.expect.alerts,
        events: 2,
        kept: 0,
        skipped: 2,
      });
      expect(reports[0].skipped[0].path).toBe('$.violations[0]');
    });

    it.each(
      files.hostile('stackrox').map(entry => [entry.file, entry] as const),
    )('survives %s', (_file, { bytes }) => {
      try {
        const { documents } = decodeBody(bytes);
        const reports = stackroxSource.parse(documents, context);
        const { alerts, events, kept, skipped } = totals(reports);
        expect(alerts + events).toBe(kept + skipped);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    });
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {});
}
