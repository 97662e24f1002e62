import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  readImageReference,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../../ingest/decode';
import { corpus } from '../../tests/corpus';
import {
  expectBodySurvival,
  expectDamageSurvival,
} from '../policyreport/__testUtils__/survival';
import { readFalcoSeverity } from './severity';
import { falcoSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

function countKept(report: SourceReport): number {
  return report.alerts.length + report.sensorEvents.length;
}

function spread(counts: Record<string, number>): string[] {
  return Object.entries(counts).flatMap(([word, n]) =>
    new Array<string>(n).fill(word),
  );
}

if (files) {
  describe('falcoSource reads the corpus', () => {
    it.each(files.files('falco').map(entry => [entry.file, entry] as const))(
      '%s',
      (_, entry) => {
        const { expect: counted } = entry;
        const documents = files.documents(entry);
        expect(documents).toHaveLength(counted.alerts);
        expect(
          documents.every(({ value }) => falcoSource.recognise(value)),
        ).toBe(true);
        const [report] = falcoSource.parse(documents, context);
        // The manifest counts Falco's word about itself as one of its alerts.
        expect(report.read).toEqual({ alert: counted.alerts });
        expect(report.skippedTotal).toBe(0);
        expect(countKept(report)).toBe(counted.alerts);

        const internal = counted.bySource.internal ?? 0;
        expect(report.sensorEvents).toHaveLength(internal);
        if (internal > 0) return;
        const { alerts } = report;
        expect(alerts.map(({ rule }) => rule).sort()).toEqual(
          spread(counted.byRule).sort(),
        );
        expect(alerts.map(({ severity }) => severity).sort()).toEqual(
          spread(counted.byPriority)
            .map(priority => readFalcoSeverity(priority, ''))
            .sort(),
        );
        const times = alerts.map(({ at }) => `${at}`);
        expect(times.sort()).toEqual(
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
        expect(
          distinct(
            alerts.map(({ subject }) =>
              subject.kind === 'workload' ? subject.namespace : undefined,
            ),
          ).every(namespace => counted.namespaces.includes(namespace)),
        ).toBe(true);
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

    it.each(files.hostile().map(entry => [entry.file, entry] as const))(
      'survives %s',
      (_, { bytes }) => {
        expect(() =>
          expectBodySurvival(falcoSource, bytes, countKept),
        ).not.toThrow();
      },
    );
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
}

it.each(['stdout.ndjson', 'internal.ndjson', 'sidekick-ui.json'])(
  'survives any damage to %s',
  name => {
    const text = readFileSync(join(__dirname, '__fixtures__', name), 'utf8');
    const [first] = name.endsWith('.json') ? [text] : text.split('\n');
    expect(() =>
      expectDamageSurvival(falcoSource, JSON.parse(first), countKept),
    ).not.toThrow();
  },
);

function distinct(words: (string | undefined)[]): string[] {
  const known = words.filter(word => word !== undefined);
  return [...new Set(known)].sort();
}
