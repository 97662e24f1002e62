/**
 * What users of other tools complain about, each as it would happen here.
 *
 * Not here, since it is no matter of findings, their life and their counts:
 *
 * - the gate and its policy: Dependency-Track #5339 (conditions on CVSS)
 * - the catalogue of checks and their pages: globallogic-backstage-plugins #190
 *   (failing by owner), community-plugins #9327, backstage #15054 (vendor neutral)
 * - who may see what: policy-reporter #131, #1195
 * - documentation: trivy-operator #2682 (no webhook with alternate storage)
 * - behaviour learnt at runtime: openchoreo #627, synapse-ce #639
 * - base image or application: trivy #1198, #3834, trivy-operator #564; which
 *   layer brought a package is not stored with findings
 */
import { severities } from 'backstage-plugin-security-posture-common';
import { compareCounts } from '../store/readModels/compareCounts';
import * as complaint from './__testUtils__/complaint';
import { trivyScan, type ExampleVulnerability } from './__testUtils__/reports';
import { databases, initDatabase } from './__testUtils__/scenario';
import {
  grypeScan,
  trivyJars,
  vulnerabilityReport,
} from './__testUtils__/toolReports';

jest.setTimeout(300_000);

const openssl = { id: 'CVE-2026-0001', pkg: 'openssl', severity: 'CRITICAL' };
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'HIGH' };
const curl = { id: 'CVE-2026-0003', pkg: 'curl', severity: 'LOW' };

const { at, imageOf, none, prod } = complaint;

describe.each(databases.eachSupportedId())(
  'what users complain about, %p',
  id => {
    let here: Awaited<ReturnType<typeof complaint.start>>;

    beforeAll(async () => {
      here = await complaint.start(await initDatabase(id), [
        ...['tags', 'clones', 'scanners', 'versions', 'again', 'upgrade'],
        ...['fixed', 'accepted', 'texts', 'one', 'other'],
      ]);
    });

    it('DefectDojo #14212: triage survives a new image tag', async () => {
      await here.scan('tags', 1, 'a', [openssl, zlib, curl], { tag: '1.0' });
      const before = await here.world.findings('tags');
      const [first, second] = before;
      await here.people.triage(first.id, 'false-positive');
      await here.people.except({
        target: { findingId: second.id },
        scope: { kind: 'finding' },
      });
      const changes = await here.scan('tags', 2, 'b', [openssl, zlib, curl], {
        tag: '1.1',
      });
      expect(changes).toEqual([{ ...none, unchanged: 1, suppressed: 2 }]);
      const after = await here.world.findings('tags');
      expect(after.map(each => each.id)).toEqual(before.map(each => each.id));
      expect(
        after.map(each => [each.state, each.suppressedBy, each.triage]),
      ).toEqual([
        ['suppressed', 'triage', 'false-positive'],
        ['suppressed', 'exception', undefined],
        ['open', undefined, undefined],
      ]);
    });

    it('DefectDojo #12320, #16026: a new ReplicaSet makes no clones, and closes what is gone', async () => {
      const report = (
        day: number,
        replicaSet: string,
        letter: string,
        found: ExampleVulnerability[],
      ) =>
        here.send(
          at(day),
          vulnerabilityReport(found, {
            namespace: 'clones',
            image: imageOf('clones'),
            at: at(day),
            replicaSet,
            letter,
          }),
          prod,
        );
      expect(await report(1, 'clones-7d9c8f5b6', 'a', [openssl, zlib])).toEqual(
        [{ ...none, new: 2 }],
      );
      expect(
        await report(2, 'clones-5f6c7d8b9c', 'a', [openssl, zlib]),
      ).toEqual([{ ...none, unchanged: 2 }]);
      expect(await report(3, 'clones-6bfd4c9d7f', 'b', [openssl])).toEqual([
        { ...none, unchanged: 1, fixed: 1 },
      ]);
      expect(await here.states('clones')).toEqual({
        [openssl.id]: 'open',
        [zlib.id]: 'fixed',
      });
    });

    it('DefectDojo #1037, #4264: one CVE of two scanners is one finding with two verdicts', async () => {
      const where = { image: imageOf('scanners') };
      const jar = {
        id: 'CVE-2021-44228',
        pkg: 'org.apache.logging.log4j:log4j-core',
        purl: 'pkg:maven/org.apache.logging.log4j/log4j-core',
        version: '2.14.1',
        severity: 'HIGH',
      };
      await here.scan('scanners', 1, 'a', [openssl], {
        results: [trivyJars([jar])],
      });
      const [changes] = await here.send(
        at(1, '11:00'),
        grypeScan(
          [
            { ...openssl, severity: 'Medium' },
            {
              ...jar,
              id: 'GHSA-jfh8-c2jp-5v3q',
              related: ['CVE-2021-44228'],
              pkg: 'log4j-core',
              type: 'java-archive',
              severity: 'Critical',
            },
          ],
          { ...where, at: at(1, '11:00') },
        ),
      );
      expect(changes).toEqual({ ...none, unchanged: 2 });
      const found = await here.world.findings('scanners');
      expect(
        found.map(({ problem, severity, tools }) => [problem, severity, tools]),
      ).toEqual([
        [jar.id, 'critical', ['Grype', 'Trivy']],
        [openssl.id, 'critical', ['Grype', 'Trivy']],
      ]);
      const detail = await here.people.finding(found[0].id);
      expect(
        detail?.verdicts.map(each => [
          each.tool,
          each.reportedIds,
          each.severity,
        ]),
      ).toEqual([
        ['Grype', ['GHSA-jfh8-c2jp-5v3q'], 'critical'],
        ['Trivy', ['CVE-2021-44228'], 'high'],
      ]);
    });

    it('DefectDojo #11129: another version of a package neither closes nor opens a finding', async () => {
      await here.scan('versions', 1, 'a', [
        { ...openssl, version: '3.0.11-1~deb12u1' },
        { ...zlib, version: '1.2.13' },
        curl,
      ]);
      const changes = await here.scan('versions', 2, 'b', [
        { ...openssl, version: '3.0.11-1~deb12u2' },
        { ...zlib, version: '1.2.13+deb12u1' },
      ]);
      expect(changes).toEqual([{ ...none, unchanged: 2, fixed: 1 }]);
      const found = await here.world.findings('versions');
      expect(found.map(each => [each.package?.version, each.state])).toEqual([
        ['1.0', 'fixed'],
        ['3.0.11-1~deb12u2', 'open'],
        ['1.2.13+deb12u1', 'open'],
      ]);
    });

    it('DefectDojo #8100, #11072: a report that is sent again closes nothing', async () => {
      const body = trivyScan([openssl, zlib, curl], {
        image: imageOf('again'),
        at: at(1),
      });
      await here.send(at(1), body);
      const before = await here.world.findings('again');
      here.world.at(at(8));
      const [same] = await here.world.send(body, {
        runUrl: 'https://ci.example/2',
      });
      expect([same.duplicate, same.changes]).toEqual([
        true,
        { ...none, unchanged: 3 },
      ]);
      expect(await here.world.findings('again')).toEqual(before);
      // The weekly scan finds the same; the order is not what makes it the same.
      const weekly = await here.scan('again', 9, 'a', [curl, zlib, openssl]);
      expect(weekly).toEqual([{ ...none, unchanged: 3 }]);
      expect(await here.world.findings('again')).toEqual(
        before.map(each => ({
          ...each,
          lastSeenAt: at(9),
          activity: 'existing',
          sla: each.severity === 'critical' ? 'breached' : each.sla,
        })),
      );
    });

    it('DefectDojo #11500: an upgraded image leaves no findings of the old one', async () => {
      await here.scan('upgrade', 1, 'a', [openssl, zlib, curl], {
        tag: '1.14.4-debian-10-r32',
      });
      expect(
        await here.scan('upgrade', 3, 'b', [curl], { tag: 'latest' }),
      ).toEqual([{ ...none, unchanged: 1, fixed: 2 }]);
      expect(
        (await here.world.findings('upgrade')).map(each => [
          each.problem,
          each.state,
          each.fixedAt,
        ]),
      ).toEqual([
        [curl.id, 'open', undefined],
        [openssl.id, 'fixed', at(3)],
        [zlib.id, 'fixed', at(3)],
      ]);
      // Another look at the old image, which nobody runs, brings nothing back.
      expect(
        (await here.people.images('upgrade')).map(each => each.tag),
      ).toEqual(['latest']);
    });

    it('DefectDojo #10769: an accepted finding that is gone is fixed, and its acceptance over', async () => {
      await here.scan('fixed', 1, 'a', [openssl, curl]);
      const { id: findingId } = (await here.world.findings('fixed'))[1];
      const accepted = await here.people.except({
        target: { findingId },
        scope: { kind: 'finding' },
      });
      expect(await here.scan('fixed', 2, 'b', [curl])).toEqual([
        { ...none, unchanged: 1, fixed: 1 },
      ]);
      expect((await here.states('fixed'))[openssl.id]).toBe('fixed');
      expect(await here.people.exception(accepted.id)).toMatchObject({
        status: 'ended',
        endedBecause: 'fixed',
      });
      // Nobody accepted that it comes back.
      expect(await here.scan('fixed', 3, 'c', [openssl, curl])).toEqual([
        { ...none, unchanged: 1, reopened: 1 },
      ]);
      expect((await here.states('fixed'))[openssl.id]).toBe('open');
    });

    it('DefectDojo #8797: an accepted finding that is still reported is left alone', async () => {
      await here.scan('accepted', 1, 'a', [openssl, curl]);
      const { id: findingId } = (await here.world.findings('accepted'))[1];
      const accepted = await here.people.except({
        target: { findingId },
        scope: { kind: 'finding' },
      });
      for (const [day, letter] of [
        [2, 'a'],
        [3, 'b'],
      ] as const) {
        expect(
          await here.scan('accepted', day, letter, [openssl, curl]),
        ).toEqual([{ ...none, unchanged: 1, suppressed: 1 }]);
      }
      expect((await here.world.findings('accepted'))[1]).toMatchObject({
        state: 'suppressed',
        suppressedBy: 'exception',
        exceptionId: accepted.id,
        lastSeenAt: at(3),
      });
      expect(await here.people.exception(accepted.id)).toMatchObject({
        status: 'approved',
      });
    });

    it('DefectDojo #12618: another severity or description is the same finding', async () => {
      await here.scan('texts', 1, 'a', [
        { ...openssl, title: 'As of 10:00', description: 'Checked at 10:00' },
      ]);
      const before = await here.only('texts');
      expect(
        await here.scan('texts', 2, 'a', [
          {
            ...openssl,
            severity: 'MEDIUM',
            title: 'As of 11:00',
            description: 'Checked at 11:00',
          },
        ]),
      ).toEqual([{ ...none, unchanged: 1 }]);
      expect(await here.only('texts')).toMatchObject({
        id: before.id,
        severity: 'medium',
        title: 'As of 11:00',
        message: 'Checked at 11:00',
        firstSeenAt: at(1),
        dueRule: 'severity:medium:90d',
      });
      const { open } = (await here.world.stages('texts')).build;
      expect(severities.filter(each => open[each] > 0)).toEqual(['medium']);
    });

    it('DefectDojo #11320, #12782, #14363: a report closes nothing but what it is about', async () => {
      const report = (
        name: string,
        found: ExampleVulnerability[],
        day: number,
      ) =>
        here.send(
          at(day),
          vulnerabilityReport(found, {
            namespace: name,
            // Two services run one image line, in their own versions.
            image: imageOf('one'),
            replicaSet: `${name}-7d9c8f5b6`,
            letter: name === 'one' ? 'a' : 'b',
            at: at(day),
          }),
          prod,
        );
      await report('one', [openssl, zlib], 1);
      await report('other', [openssl, curl], 1);
      expect(await report('other', [], 2)).toEqual([{ ...none, fixed: 1 }]);
      expect(await here.states('one')).toEqual({
        [openssl.id]: 'open',
        [zlib.id]: 'open',
        [curl.id]: 'fixed',
      });
      await here.scan('other', 3, 'c', []);
      expect(await here.states('one')).toMatchObject({ [openssl.id]: 'open' });
    });

    it('leaves counts that are those of the findings', async () => {
      expect(await compareCounts(here.world.knex)).toEqual([]);
    });
  },
);
