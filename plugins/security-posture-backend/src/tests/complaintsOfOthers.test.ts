import { compareCounts } from '../store/readModels/compareCounts';
import * as complaint from './__testUtils__/complaint';
import { digest } from './__testUtils__/reports';
import { databases, initDatabase } from './__testUtils__/scenario';
import {
  deployment,
  falcoEvent,
  grypeScan,
  kyvernoReport,
  vulnerabilityReport,
  webhook,
} from './__testUtils__/toolReports';

jest.setTimeout(300_000);

const openssl = { id: 'CVE-2026-0001', pkg: 'openssl', severity: 'CRITICAL' };
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'HIGH' };

const { at, imageOf, none, prod } = complaint;

/** The complaints about tools other than DefectDojo; see complaints.test.ts. */
describe.each(databases.eachSupportedId())(
  'what users complain about, %p',
  id => {
    let here: Awaited<ReturnType<typeof complaint.start>>;

    beforeAll(async () => {
      here = await complaint.start(await initDatabase(id), [
        ...['kev', 'ssvc', 'epss', 'live', 'deleted', 'excepted', 'folded'],
        ...['clean', 'silent', 'pods'],
      ]);
    });

    it('Dependency-Track #2267: what is known to be exploited is told, found and due sooner', async () => {
      const where = { image: imageOf('kev'), at: at(1) };
      await here.send(
        at(1),
        grypeScan(
          [
            { ...openssl, severity: 'High', knownExploited: true },
            { ...zlib, severity: 'High' },
          ],
          where,
        ),
      );
      const found = await here.world.findings('kev', {
        knownExploited: 'true',
      });
      expect(found).toEqual([
        expect.objectContaining({
          problem: openssl.id,
          knownExploited: true,
          // Nobody knows whether it can be reached, so it counts as if it could.
          dueRule: 'bod-26-04:kev+exposed:14d:estimated',
          dueAt: at(15),
        }),
      ]);
      const others = await here.world.findings('kev', {
        knownExploited: 'false',
      });
      expect(others.map(each => [each.problem, each.dueRule])).toEqual([
        [zlib.id, 'severity:high:30d'],
      ]);
    });

    it('Dependency-Track #2671: the deadline follows the tree of CISA, by what is deployed', async () => {
      const found = grypeScan(
        [
          {
            ...openssl,
            knownExploited: true,
            vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
          },
        ],
        { image: imageOf('ssvc'), at: at(1) },
      );
      await here.send(at(1), found);
      const where = { name: 'ssvc', namespace: 'ssvc' };
      const service = {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: where,
        spec: { selector: { app: 'ssvc' }, ports: [{ port: 80 }] },
      };
      const ingress = {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: where,
        spec: {
          defaultBackend: { service: { name: 'ssvc', port: { number: 80 } } },
        },
      };
      const objects = [
        deployment({ ...where, image: imageOf('ssvc') }),
        service,
      ];
      const due = async () => {
        const { dueRule, dueAt } = await here.only('ssvc');
        return [dueRule, dueAt];
      };
      expect(await due()).toEqual([
        'bod-26-04:kev+exposed+automatable+total:3d:estimated',
        at(4),
      ]);
      await here.send(at(2), objects, prod);
      expect(await due()).toEqual([
        'bod-26-04:kev+automatable+total:3d',
        at(4),
      ]);
      await here.send(at(3), [...objects, ingress], prod);
      expect(await due()).toEqual([
        'bod-26-04:kev+exposed+automatable+total:3d',
        at(4),
      ]);
    });

    it('UnitOneAI SecuritySkills #1117: a high chance of exploitation is no known exploitation', async () => {
      await here.send(
        at(1),
        grypeScan([{ ...openssl, id: 'CVE-2026-0003', epss: 0.97 }], {
          image: imageOf('epss'),
          at: at(1),
        }),
      );
      expect(await here.only('epss')).toMatchObject({
        epss: 0.97,
        knownExploited: false,
        dueRule: 'bod-26-04:exposed+automatable+total:3d:estimated',
      });
      expect(
        await here.world.findings('epss', { knownExploited: 'true' }),
      ).toEqual([]);
    });

    it('trivy-operator #799: of several ReplicaSets the one that runs counts', async () => {
      const report = (
        replicaSet: string,
        letter: string,
        day: number,
        found: (typeof openssl)[],
      ) =>
        vulnerabilityReport(found, {
          namespace: 'live',
          image: imageOf('live'),
          tag: letter,
          replicaSet,
          letter,
          at: at(day),
        });
      const reports = [
        report('live-5d5b8d5f5b', 'c', 9, [zlib]),
        report('live-6795d87bf8', 'b', 5, [zlib, openssl]),
        report('live-786c7596cd', 'a', 1, [openssl]),
      ];
      const list = (items: object[]) => ({
        apiVersion: 'v1',
        kind: 'List',
        items,
      });
      await here.send(at(10), list(reports), prod);
      const runs = async () =>
        (await here.people.images('live')).map(each => [
          each.tag,
          each.running,
        ]);
      expect(await here.states('live')).toEqual({ [zlib.id]: 'open' });
      expect(await runs()).toEqual([['c', true]]);
      // In which order they come does not matter.
      await here.send(at(11), list([...reports].reverse()), prod);
      expect(await here.states('live')).toEqual({ [zlib.id]: 'open' });
      expect(await runs()).toEqual([['c', true]]);
    });

    it('trivy-operator #2377, #2110: a delete event, which may name the wrong report, deletes nothing', async () => {
      const report = (day: number, found: (typeof openssl)[]) =>
        vulnerabilityReport(found, {
          namespace: 'deleted',
          image: imageOf('deleted'),
          replicaSet: 'deleted-7d9c8f5b6',
          at: at(day),
        });
      await here.send(
        at(1),
        webhook('update', report(1, [openssl, zlib])),
        prod,
      );
      const before = await here.world.findings('deleted');
      expect(before.map(each => each.state)).toEqual(['open', 'open']);
      const event = webhook('delete', report(2, []));
      expect(await here.send(at(2), event, prod)).toEqual([none]);
      expect(await here.world.findings('deleted')).toEqual(before);
      // The next report says what is gone.
      expect(
        await here.send(at(3), webhook('update', report(3, [zlib])), prod),
      ).toEqual([{ ...none, unchanged: 1, fixed: 1 }]);
    });

    it('policy-reporter #280, kyverno #6675: an exempted policy is neither passed nor fixed', async () => {
      const report = (
        day: number,
        result: {
          result: string;
          message?: string;
          properties?: Record<string, string>;
        },
      ) =>
        here.send(
          at(day),
          kyvernoReport(
            { kind: 'Deployment', name: 'excepted', namespace: 'excepted' },
            [{ policy: 'disallow-latest-tag', ...result }],
            { at: at(day) },
          ),
          prod,
        );
      await report(1, { result: 'fail' });
      const changes = await report(2, {
        result: 'skip',
        message: 'rule is skipped due to policy exception: ops/let-it-be',
        properties: { exceptions: 'let-it-be' },
      });
      expect(changes).toEqual([{ ...none, suppressed: 1 }]);
      expect(await here.only('excepted')).toMatchObject({
        problem: 'latest-tag',
        state: 'suppressed',
        suppressedBy: 'tool',
        suppression: 'PolicyException let-it-be',
      });
      expect(await here.world.knex('passes').select('id')).toEqual([]);
      // It ends with the exception.
      expect(await report(3, { result: 'fail' })).toEqual([
        { ...none, unchanged: 1 },
      ]);
      expect(await here.states('excepted')).toEqual({ 'latest-tag': 'open' });
      // Where a rule does not apply at all, there is nothing to be mended.
      expect(await report(4, { result: 'skip' })).toEqual([
        { ...none, fixed: 1 },
      ]);
      expect(await here.world.knex('passes').select('id')).toEqual([]);
    });

    it('kyverno: what is judged of pods does not close what is judged of their Deployment', async () => {
      const report = (
        day: number,
        scope: { kind: string; name: string },
        results: Parameters<typeof kyvernoReport>[1],
      ) =>
        here.send(
          at(day),
          kyvernoReport({ ...scope, namespace: 'pods' }, results, {
            at: at(day),
          }),
          prod,
        );
      const tag = { policy: 'disallow-latest-tag' };
      const whole = { kind: 'Deployment', name: 'pods' };
      const pod = (suffix: string) => ({ kind: 'Pod', name: `pods-${suffix}` });
      await report(1, whole, [
        { policy: 'require-replicas', result: 'fail' },
        { ...tag, rule: 'autogen-validate-image-tag', result: 'fail' },
      ]);
      const seen = { ...tag, rule: 'validate-image-tag', result: 'fail' };
      expect(await report(1, pod('7d9c8f5b6-x2k4t'), [seen])).toEqual([
        { ...none, unchanged: 1 },
      ]);
      const open = { 'kyverno|require-replicas': 'open' };
      expect(await here.states('pods')).toEqual({
        ...open,
        'latest-tag': 'open',
      });
      // The Deployment is mended, and then its pods are replaced.
      await report(2, whole, [
        { policy: 'require-replicas', result: 'fail' },
        { ...tag, rule: 'autogen-validate-image-tag', result: 'pass' },
      ]);
      expect(await here.states('pods')).toEqual({
        ...open,
        'latest-tag': 'open',
      });
      expect(
        await report(3, pod('5f6c7d8b9c-z7b2d'), [{ ...seen, result: 'pass' }]),
      ).toEqual([{ ...none, fixed: 1 }]);
      expect(await here.states('pods')).toEqual({
        ...open,
        'latest-tag': 'fixed',
      });
    });

    it('falco-talon #183, #285: repeated events are one alert, however they are delivered', async () => {
      const times = Array.from({ length: 60 }, (_, minute) =>
        at(1, `12:${String(minute).padStart(2, '0')}`),
      );
      const events = times.map((time, index) =>
        falcoEvent(time, {
          namespace: 'folded',
          pod:
            index < 30 ? 'folded-7d9c8f5b6-x2k4t' : 'folded-5f6c7d8b9c-z7b2d',
        }),
      );
      const lines = (chosen: object[]) =>
        chosen.map(event => JSON.stringify(event)).join('\n');
      expect(
        await here.send(at(1, '13:00'), lines(events.slice(0, 40)), prod),
      ).toEqual([{ ...none, new: 1 }]);
      // What was not acknowledged in time is sent again.
      expect(
        await here.send(at(1, '13:01'), lines(events.slice(20)), prod),
      ).toEqual([{ ...none, unchanged: 1 }]);
      expect(await here.only('folded')).toMatchObject({
        firstSeenAt: times[0],
        lastSeenAt: times[59],
        severity: 'critical',
      });
      const [alert] = await here.world.knex('alerts');
      const kept: { at: string }[] = JSON.parse(alert.occurrences);
      expect(alert.count).toBe(60);
      expect(kept.map(each => each.at)).toEqual(times.slice(20).reverse());
      // Another container is another alert.
      const other = falcoEvent(at(1, '13:10'), {
        namespace: 'folded',
        pod: 'folded-5f6c7d8b9c-z7b2d',
        container: 'proxy',
      });
      expect(await here.send(at(1, '13:10'), other, prod)).toEqual([
        { ...none, new: 1 },
      ]);
      expect(await here.world.findings('folded')).toHaveLength(2);
    });

    it('globallogic-backstage-plugins #190: no result is not a good result', async () => {
      await here.scan('clean', 20, 'a', []);
      here.world.at(at(20, '23:00'));
      await here.people.endDay();
      const { build, runtime } = await here.world.stages('clean');
      expect(build.tools.map(({ source }) => source)).toEqual(['trivy']);
      expect(runtime.tools).toEqual([]);
      const [day] = await here.people.days('clean');
      expect(Object.values(day.counts).filter(Boolean)).toHaveLength(1);
      expect(day.counts.build?.open.critical).toBe(0);
      expect(await here.people.days('silent')).toEqual([]);
      expect((await here.world.stages('silent')).build.tools).toEqual([]);
      expect(await here.people.images('clean')).toEqual([
        expect.objectContaining({ digest: digest('a'), concerns: [] }),
      ]);
    });

    it('leaves counts that are those of the findings', async () => {
      expect(await compareCounts(here.world.knex)).toEqual([]);
    });
  },
);
