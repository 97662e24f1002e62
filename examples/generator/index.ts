import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Counts, ExampleReport } from './report';
import { admission } from './stories/admission';
import { builds } from './stories/builds';
import { runtime } from './stories/runtime';
import { BASE_TIME } from './time';

const FOLDER = join(process.cwd(), 'examples', 'reports');

const reports = [...builds, ...admission, ...runtime].sort(
  (a, b) => a.at.getTime() - b.at.getTime() || (a.file < b.file ? -1 : 1),
);

/** What the loader reads: the files in the order in which they were written. */
function index() {
  return {
    baseTime: BASE_TIME.toISOString(),
    // Facts about the world: these do not move with the reports.
    keep: ['PublishedDate', 'publishedDate'],
    reports: reports.map(({ file, sender }) => ({ file, ...sender })),
  };
}

/** What end-to-end tests compare the pages with. */
function counts() {
  return {
    reports: Object.fromEntries(reports.map(r => [r.file, r.counts])),
    components: countsByComponent(),
    unmapped: reports
      .filter(report => report.components.length === 0)
      .map(report => report.file),
  };
}

function countsByComponent() {
  const names = [...new Set(reports.flatMap(r => r.components))].sort();
  return Object.fromEntries(
    names.map(name => [
      `component:default/${name}`,
      Object.fromEntries(
        ['build', 'deploy', 'runtime'].map(stage => [
          stage,
          Object.fromEntries(
            reports
              .filter(r => r.file.startsWith(`${stage}/`))
              .filter(r => r.components.includes(name))
              .map(r => [r.file, countsFor(r, name)]),
          ),
        ]),
      ),
    ]),
  );
}

function countsFor(report: ExampleReport, component: string): Counts {
  return report.countsOf?.(component) ?? report.counts;
}

function write(file: string, body: string): void {
  const path = join(FOLDER, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
}

rmSync(FOLDER, { recursive: true, force: true });
for (const { file, body } of reports) write(file, body);
write('index.json', `${JSON.stringify(index(), undefined, 2)}\n`);
write('counts.json', `${JSON.stringify(counts(), undefined, 2)}\n`);
