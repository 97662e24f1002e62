import { readImageReference } from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../../ingest/decode';
import { withCorpus } from '../__testUtils__/withCorpus';
import { tally } from '../../tests/__testUtils__/tally';
import { falcoSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

withCorpus(files => {
  it.each(files.files('falco').map(entry => [entry.file, entry] as const))(
    '%s says what happened where and when',
    (_, entry) => {
      const { expect: counted } = entry;
      const [report] = falcoSource.parse(files.documents(entry), context);
      const { alerts } = report;
      // The manifest counts Falco's word about itself as one of its alerts.
      const internal = counted.bySource.internal ?? 0;
      expect(report.sensorEvents).toHaveLength(internal);
      if (internal > 0) return;
      expect(tally(alerts.map(({ rule }) => rule))).toEqual(counted.byRule);
      expect(alerts.map(({ at }) => `${at}`).sort()).toEqual(
        counted.times.map((time: string) =>
          time.replace(/(\.\d{3})\d*Z$/, '$1Z'),
        ),
      );
      expect(distinct(alerts.map(({ pod }) => pod))).toEqual(counted.pods);
      expect(distinct(alerts.map(({ image }) => image?.name))).toEqual(
        counted.images
          .map((image: string) => readImageReference(image)?.name)
          .sort(),
      );
      expect(alerts.filter(({ tags }) => tags.length > 0)).toHaveLength(
        counted.withTags,
      );
      expect(counted.namespaces).toEqual(
        expect.arrayContaining(
          distinct(
            alerts.map(({ subject }) =>
              subject.kind === 'workload' ? subject.namespace : undefined,
            ),
          ),
        ),
      );
    },
  );

  it.each([
    ['syntax/ndjson-bad-middle.ndjson', ['A', 'B'], 0],
    ['types/falco-unknown-priority.json', ['r'], 0],
    ['types/falco-wrong.json', [], 1],
    ['numbers/falco-times.ndjson', new Array(15).fill('r'), 0],
  ])('keeps what is sound in %s', (name, rules, skipped) => {
    const bytes = files.hostile().find(({ file }) => file === name)?.bytes;
    const { documents } = decodeBody(bytes ?? Buffer.alloc(0));
    const [report] = falcoSource.parse(documents, context);
    expect(report.alerts.map(({ rule }) => rule)).toEqual(rules);
    expect(report.skippedTotal).toBe(skipped);
  });
});

function distinct(words: (string | undefined)[]): string[] {
  return Object.keys(tally(words)).sort();
}
