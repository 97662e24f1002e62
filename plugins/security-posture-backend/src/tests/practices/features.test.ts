import { postureSchema } from 'backstage-plugin-security-posture-common';
import {
  assessRisk,
  catalogue,
  checks,
  judgeChecks,
  secretsOf,
} from '../../evaluation';
import { GateService } from '../../gate';
import { readPolicy } from '../../policy';
import { withCorpus } from '../../sources/__testUtils__/withCorpus';
import { initDatabase, start } from '../__testUtils__/scenario';
import type { Corpus } from '../corpus';
import type { Given } from './__testUtils__/given';
import { sendGiven, SHOP } from './__testUtils__/judgeGiven';

jest.setTimeout(60_000);

const juiceShop = 'trivy/scb-juice-shop-v10.2.0.json';
const cleanJuiceShop = 'trivy/scb-juice-shop-v12.10.2-empty-results.json';
const privilegedPod = 'admissionreview/kubewarden-privileged-pod.json';
const audited = 'trivy-operator/dd-configauditreport_many.json';
const shell = 'falco/falco-docs-http-output.json';

async function sendTo(files: Corpus, given: Given) {
  return sendGiven(await initDatabase('SQLITE_3'), files, given);
}

/** What the gate says of the component, by the policy that nobody configured. */
async function gateOf(files: Corpus, given: Given) {
  const { world, context } = await sendTo(files, given);
  const ids = checks.map(({ id }) => id);
  const gate = GateService.create({
    knex: world.knex,
    facts: world.facts,
    policy: readPolicy({}, ids),
    now: () => context.now,
  });
  return gate.judgeComponents([SHOP]);
}

/** A body of the corpus, for requests over HTTP. */
function bodyOf(files: Corpus, file: string): Buffer {
  const entry = files.files().find(candidate => candidate.file === file);
  if (!entry) throw new Error(`the corpus has no ${file}`);
  return files.bytes(entry);
}

const features = catalogue().filter(({ kind }) => kind === 'feature');
const served: string[] = [];

/** The practices and the id of a feature, for the title of its test. */
function serves(id: string): string {
  served.push(id);
  const feature = features.find(entry => entry.id === id);
  return `${feature?.practices.join(' ')} ${id}`;
}

describe('what the plugin does for practices, on reports of other people', () => {
  withCorpus(files => {
    it(`${serves(
      'gate',
    )}: breaks a build on what the policy blocks, and on nothing else`, async () => {
      // B8: a build of which all is in order goes on …
      const passed = await gateOf(files, { send: [cleanJuiceShop] });
      expect(passed).toMatchObject({ result: 'pass', violations: [] });
      // … and breaks on each of these.
      const brokenBy: [string, Given][] = [
        ['gate.fixable-high', { send: [juiceShop] }],
        [
          'gate.scan-missing',
          { send: ['cyclonedx/guac-big-mongo-cyclonedx.json'] },
        ],
        ['gate.scan-stale', { send: [cleanJuiceShop], daysLater: 8 }],
        ['image.user.root', { send: ['trivy/trivy-alpine-310.json'] }],
        ['image.env.secret', { send: ['grype/dd-check_all_fields.json'] }],
        ['build.secrets.none', { send: [juiceShop] }],
        ['pod.sa.default', { send: [privilegedPod] }],
      ];
      for (const [checkId, given] of brokenBy) {
        const { result, violations } = await gateOf(files, given);
        expect([checkId, result]).toEqual([checkId, 'fail']);
        expect(violations.map(violation => violation.checkId)).toContain(
          checkId,
        );
      }
    });

    it(`${serves(
      'ingest.ci',
    )}: tells a pipeline what its report changed`, async () => {
      const query = { branch: 'main', commit: 'c0ffee' };
      const { receipts, facts } = await sendTo(files, {
        send: [
          { file: juiceShop, query },
          { file: cleanJuiceShop, query },
        ],
      });
      expect(receipts.map(({ changes }) => changes)).toMatchObject([
        { new: 167, fixed: 0 },
        { new: 0, fixed: 167 },
      ]);
      expect(facts.sources).toMatchObject([
        { tool: 'Trivy', fromPipeline: true },
      ]);
    });

    it(`${serves(
      'page.shared',
    )}: shows build, deployment and runtime on one page`, async () => {
      const { send, read } = await start({
        knex: await initDatabase('SQLITE_3'),
      });
      for (const file of [juiceShop, audited, shell]) {
        const query = { entityRef: 'shop', cluster: 'prod' };
        expect((await send(bodyOf(files, file), query)).status).toBe(200);
      }
      const { body } = await read('shop', 'findings', { limit: 500 });
      const stages = (body.items as { stage: string }[]).map(
        ({ stage }) => stage,
      );
      expect([...new Set(stages)].sort()).toEqual([
        'build',
        'deploy',
        'runtime',
      ]);
      const posture = postureSchema.parse((await read('shop', 'posture')).body);
      expect(posture.owner).toMatchObject({ state: 'owned', name: 'Payments' });
      expect(posture.topActions.length).toBeGreaterThan(0);
    });

    it(`${serves(
      'guardrails',
    )}: says of every failed check why, and how to mend it`, async () => {
      const { facts, context } = await sendTo(files, {
        send: [juiceShop, privilegedPod, shell],
      });
      const failing = judgeChecks(facts, context).filter(
        ({ result }) => result === 'fail',
      );
      expect(failing.length).toBeGreaterThan(10);
      for (const { checkId, why, passes, fix, evidence } of failing) {
        expect([checkId, why, passes, fix?.text]).not.toContain('');
        expect([checkId, fix?.snippet?.code ?? '']).not.toContain('');
        expect([checkId, evidence[0]?.result]).toEqual([checkId, 'fail']);
      }
    });

    it(`${serves(
      'secrets.inventory',
    )}: lists which secrets containers use, and how`, async () => {
      const { facts } = await sendTo(files, { send: [privilegedPod] });
      const used = facts.workloads.flatMap(item => secretsOf(item) ?? []);
      const token = { name: 'default-token-pvpz7', via: 'volume' };
      expect(used).toMatchObject([
        { ...token, container: 'sleeping-sidecar' },
        { ...token, container: 'nginx' },
      ]);
    });

    it(`${serves(
      'risk.deployments',
    )}: joins what is in an image with how it is deployed`, async () => {
      const riskOf = async (...send: string[]) => {
        const { facts, context } = await sendTo(files, { send });
        return assessRisk(facts, judgeChecks(facts, context), context);
      };
      const nginx = 'trivy-operator/dd-vulnerabilityreport_many.json';
      const alone = await riskOf(nginx);
      const privileged = await riskOf(
        'k8s-audit/falco-create_nginx_pod_privileged.json',
        nginx,
      );
      expect(privileged.score).toBeGreaterThan(alone.score ?? 0);
    });

    it(`${serves(
      'policy.export',
    )}: exports what clusters can enforce themselves`, async () => {
      const { raw } = await start({ knex: await initDatabase('SQLITE_3') });
      const { status, text } = await raw()
        .get('/api/security-posture/v1/policy/export')
        .query({ format: 'kyverno' });
      expect(status).toBe(200);
      expect(text).toContain('security-posture-deploy-privileged');
    });

    it(`${serves(
      'admission.webhook',
    )}: refuses a risky pod, and lets a plain one in`, async () => {
      const config = {
        securityPosture: {
          policy: { mode: 'enforce', checks: { 'deploy.privileged': 'block' } },
        },
      };
      const { post } = await start({
        knex: await initDatabase('SQLITE_3'),
        config,
      });
      const ask = async (file: string) => {
        const review = JSON.parse(bodyOf(files, file).toString('utf8'));
        return post('/v1/admission/review', review, { cluster: 'prod' });
      };
      const refused = await ask(privilegedPod);
      expect(refused.body.response).toMatchObject({ allowed: false });
      expect(refused.body.response.status.message).toContain(
        'deploy.privileged',
      );
      const admitted = await ask(
        'admissionreview/kubewarden-pod-unprivileged.json',
      );
      expect(admitted.body.response).toMatchObject({ allowed: true });
    });

    it('is tested for every feature of the catalogue', () => {
      expect(served.sort()).toEqual(features.map(({ id }) => id).sort());
    });
  });
});
