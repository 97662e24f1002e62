import {
  noSeverityCounts,
  type Finding,
  type ReportChanges,
  type SeverityCounts,
  type Stage,
} from 'backstage-plugin-security-posture-common';
import { compareCounts } from '../store/readModels/compareCounts';
import {
  at,
  built,
  contents,
  deliveries,
  exception,
  nightly,
  problems,
  rollouts,
  runs,
  table,
  turns,
  type Delivery,
  type Image,
  type Name,
} from './__testUtils__/fourWeeks';
import { digest } from './__testUtils__/reports';
import { databases, initDatabase } from './__testUtils__/scenario';
import { useCasesOf } from './__testUtils__/useCases';
import { createWorld } from './__testUtils__/world';

jest.setTimeout(300_000);

const DAYS = 28;
const names = Object.keys(table) as Name[];

/** How a problem stands at the end of a day. */
const letterOf = (name: Name, day: number) => table[name][day - 1];

const states: Record<string, Finding['state'] | undefined> = {
  '.': undefined,
  o: 'open',
  d: 'open',
  a: 'open',
  w: 'open',
  s: 'suppressed',
  q: 'stale',
  f: 'fixed',
};

const rolloutWords: Record<string, Finding['rollout']> = {
  d: 'deployed',
  s: 'deployed',
  a: 'awaiting-rollout',
  w: 'will-ship',
};

const stateOf = (name: Name, day: number) => states[letterOf(name, day)];

const isActive = (name: Name, day: number) =>
  ['open', 'stale'].includes(stateOf(name, day) ?? '');

const endOf = (day: number) => at(day, '23:00');

/** The times until the end of a day at which a problem opened, was fixed, came back. */
const turnsUntil = (name: Name, day: number) =>
  turns[name].filter(time => time <= endOf(day));

function datesOf(name: Name, day: number) {
  const past = turnsUntil(name, day);
  const isFixed = past.length % 2 === 0;
  const back = past.filter((_, index) => index > 0 && index % 2 === 0);
  return {
    firstSeenAt: past[0],
    fixedAt: isFixed ? past[past.length - 1] : undefined,
    reopenedAt: back[back.length - 1],
    reopenCount: back.length,
  };
}

function slaOf(name: Name, day: number): Finding['sla'] {
  const { dueAt = '' } = problems[name];
  const { fixedAt } = datesOf(name, day);
  if (fixedAt) return fixedAt <= dueAt ? 'met' : 'missed';
  if (!isActive(name, day)) return 'none';
  return endOf(day) <= dueAt ? 'due' : 'breached';
}

function bySeverity(chosen: Name[]): SeverityCounts {
  const counts = noSeverityCounts();
  for (const name of chosen) counts[problems[name].severity] += 1;
  return counts;
}

function countsOf(stage: Stage, day: number) {
  const inState = (state: Finding['state']) =>
    bySeverity(
      names.filter(
        name => problems[name].stage === stage && stateOf(name, day) === state,
      ),
    );
  return {
    open: inState('open'),
    stale: inState('stale'),
    suppressed: inState('suppressed'),
    fixed: inState('fixed'),
  };
}

const sum = (counts: SeverityCounts) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** Scans from day 1, manifests from day 2, alerts from day 9. */
const reportedFrom: Record<Stage, number> = { build: 1, deploy: 2, runtime: 9 };

const stagesOn = (day: number) =>
  (['build', 'deploy', 'runtime'] as const).filter(
    stage => day >= reportedFrom[stage],
  );

function snapshotOf(day: number) {
  const onDay = (time: string | undefined) =>
    time !== undefined && time.slice(0, 10) === endOf(day).slice(0, 10);
  const dates = names.map(name => datesOf(name, day));
  const sla = names.map(name => slaOf(name, day));
  const count = (state: Finding['sla']) =>
    sla.filter(each => each === state).length;
  const hours = dates.flatMap(({ firstSeenAt, fixedAt }) =>
    fixedAt ? (Date.parse(fixedAt) - Date.parse(firstSeenAt)) / 3_600_000 : [],
  );
  const total = hours.reduce((all, each) => all + each, 0);
  return {
    day: endOf(day).slice(0, 10),
    counts: Object.fromEntries(
      stagesOn(day).map(stage => [stage, countsOf(stage, day)]),
    ),
    newFindings: dates.filter(each => onDay(each.firstSeenAt)).length,
    fixedFindings: dates.filter(each => onDay(each.fixedAt)).length,
    reopenedFindings: dates.filter(each => onDay(each.reopenedAt)).length,
    sla: {
      due: count('due'),
      breached: count('breached'),
      met: count('met'),
    },
    meanHoursToFix:
      hours.length > 0 ? expect.closeTo(total / hours.length, 3) : undefined,
  };
}

/** The images that are the newest build or run at the end of a day. */
function imagesOn(day: number, scannedAt: Map<Image, string>) {
  const letters = (Object.keys(contents) as Image[]).filter(image =>
    [built[day - 1], runs[day - 1]].includes(image),
  );
  const open = (image: Image) => {
    const { trivy, grype } = contents[image];
    return bySeverity(
      [...new Set<Name>([...trivy, ...grype])].filter(name =>
        isActive(name, day),
      ),
    );
  };
  return letters.map(image => {
    const running = runs[day - 1] === image;
    const [rollout] = rollouts
      .filter(({ since }) => since <= endOf(day))
      .reverse();
    return expect.objectContaining({
      name: 'ghcr.io/acme/shop',
      digest: digest(image.toLowerCase()),
      tag: `1.${'ABC'.indexOf(image)}`,
      branch: 'main',
      commit: `c0ffee${image}`,
      built: built[day - 1] === image,
      running,
      runningSince: running ? rollout.since : undefined,
      scannedAt: scannedAt.get(image),
      workloads: running
        ? [
            expect.objectContaining({
              workloadKind: 'Deployment',
              name: 'shop',
            }),
          ]
        : [],
      open: open(image),
      // A holds openssl and zlib, the build that waits zlib alone.
      concerns:
        image === 'A' && day >= 7 && day <= 10 ? ['awaiting-rollout'] : [],
    });
  });
}

const noChanges: ReportChanges = {
  new: 0,
  reopened: 0,
  unchanged: 0,
  fixed: 0,
  suppressed: 0,
};

/** What is sent on a day, in order: first what Trivy found in the night. */
function deliveriesOf(day: number): Delivery[] {
  const own = deliveries.filter(each => each.day === day);
  if (day < 3) return own;
  const image = runs[day - 2] as Image;
  const scan = nightly(day, image);
  const shown = scan.shows.map(name => stateOf(name, day - 1));
  const count = (state: Finding['state']) =>
    shown.filter(each => each === state).length;
  return [
    {
      ...scan,
      changes: { unchanged: count('open'), suppressed: count('suppressed') },
    },
    ...own,
  ];
}

describe.each(databases.eachSupportedId())(
  'four weeks of a service, %p',
  id => {
    it('are told day by day as they were', async () => {
      const world = await createWorld(await initDatabase(id));
      const { request, approve, endDay, finding, images, days } =
        useCasesOf(world);
      const lastShown = new Map<Name, string>();
      const scannedAt = new Map<Image, string>();
      const idOf = async (name: Name) =>
        (await world.findings('shop')).find(
          ({ problem }) => problem === problems[name].problem,
        )?.id ?? '';

      for (let day = 1; day <= DAYS; day += 1) {
        for (const delivery of deliveriesOf(day)) {
          const { time, body, query, shows, changes } = delivery;
          const sent = at(day, time);
          const where = `day ${day}, ${time}`;
          world.at(sent);
          const [receipt] = await world.send(body, query);
          expect([where, receipt.changes]).toEqual([
            where,
            { ...noChanges, ...changes },
          ]);
          expect([where, receipt.duplicate]).toEqual([
            where,
            delivery.duplicate ?? false,
          ]);
          expect(receipt.entityRefs).toEqual(['component:default/shop']);
          expect(receipt.warnings.join()).toMatch(delivery.warns ?? /^$/);
          for (const name of shows) lastShown.set(name, sent);
          const { digest: of = '' } = receipt.subject;
          const image = (Object.keys(contents) as Image[]).find(
            letter => of === digest(letter.toLowerCase()),
          );
          if (image && shows.length > 0) scannedAt.set(image, sent);
          if (receipt.format === 'trivy-operator') scannedAt.set('B', sent);
        }
        if (day === 5) {
          world.at(exception.requestedAt);
          await request({
            target: { findingId: await idOf('tar') },
            scope: { kind: 'finding' },
            until: { kind: 'date', at: exception.until },
          });
        }
        if (day === 6) {
          world.at(exception.approvedAt);
          const [{ id: asked }] = await world.knex('exceptions').select('id');
          await approve(await useCasesOf(world).exception(asked));
        }
        world.at(endOf(day));
        await endDay();

        const found = await world.findings('shop');
        const told = Object.fromEntries(
          found.map(each => [
            each.problem,
            {
              severity: each.severity,
              stage: each.stage,
              state: each.state,
              rollout: each.rollout,
              suppressedBy: each.suppressedBy,
              sla: each.sla,
              dueAt: each.dueAt,
              dueRule: each.dueRule,
              firstSeenAt: each.firstSeenAt,
              lastSeenAt: each.lastSeenAt,
              fixedAt: each.fixedAt,
              reopenedAt: each.reopenedAt,
              reopenCount: each.reopenCount,
            },
          ]),
        );
        const expected = Object.fromEntries(
          names
            .filter(name => stateOf(name, day))
            .map(name => {
              const { problem, ...constant } = problems[name];
              const state = stateOf(name, day);
              return [
                problem,
                {
                  ...constant,
                  state,
                  rollout: rolloutWords[letterOf(name, day)],
                  suppressedBy:
                    state === 'suppressed' ? 'exception' : undefined,
                  sla: slaOf(name, day),
                  ...datesOf(name, day),
                  lastSeenAt: lastShown.get(name),
                },
              ];
            }),
        );
        expect([day, told]).toEqual([day, expected]);
        expect(found).toHaveLength(Object.keys(expected).length);

        const facts = await world.stages('shop');
        for (const stage of stagesOn(day)) {
          const { open, stale, suppressed, fixed } = countsOf(stage, day);
          expect([day, facts[stage]]).toEqual([
            day,
            expect.objectContaining({
              open,
              stale: sum(stale),
              suppressed: sum(suppressed),
              fixed: sum(fixed),
            }),
          ]);
        }
        expect(await compareCounts(world.knex)).toEqual([]);
        const current = await images('shop');
        expect([day, current.sort(byTag)]).toEqual([
          day,
          imagesOn(day, scannedAt),
        ]);
      }

      expect(await days('shop')).toEqual(
        Array.from({ length: DAYS }, (_, index) => snapshotOf(index + 1)),
      );

      // One finding, and what each scanner says of it.
      const openssl = await finding(await idOf('openssl'));
      expect(openssl).toMatchObject({
        tools: ['Grype', 'Trivy'],
        verdicts: [
          { source: 'grype', severity: 'medium', withdrawn: false },
          { source: 'trivy', severity: 'critical', withdrawn: false },
        ],
      });
      expect(
        openssl?.sightings
          .map(({ source, tag, built: isBuilt, running }) =>
            [source, tag, isBuilt && 'built', running && 'runs'].join(' '),
          )
          .sort(),
      ).toEqual([
        'grype 1.0 false false',
        'grype 1.2 built runs',
        'trivy 1.0 false false',
        'trivy 1.2 built runs',
      ]);
      // Every ReplicaSet and pod was the one Deployment.
      const workloads = await world.knex('subjects').where('kind', 'workload');
      expect(workloads.map(({ name }) => name)).toEqual(['shop']);
      expect(await world.knex('alerts').select('count')).toEqual([
        { count: 3 },
      ]);
      expect(
        await world.knex('exceptions').select('status', 'ended_because'),
      ).toEqual([{ status: 'expired', ended_because: 'expired' }]);
    });
  },
);

function byTag(a: { tag?: string }, b: { tag?: string }): number {
  return (a.tag ?? '').localeCompare(b.tag ?? '');
}
