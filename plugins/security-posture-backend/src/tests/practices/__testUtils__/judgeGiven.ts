import type { Entity } from '@backstage/catalog-model';
import type {
  JudgedCheck,
  ReportReceipt,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeChecks } from '../../../evaluation';
import { decodeBody } from '../../../ingest/decode';
import { recognise, wholeDocument } from '../../../ingest/recognise';
import { readKev } from '../../../intel/readKev';
import { defaultPolicyRules } from '../../../model/policyRules';
import { builtInSources } from '../../../sources/registry';
import { applyMigrations } from '../../../store/migrations';
import { recordFeed } from '../../../store/operations/recordFeed';
import { saveKnownExploits } from '../../../store/operations/saveKnownExploits';
import { createWorld } from '../../__testUtils__/world';
import type { Corpus } from '../../corpus';
import type { Given, Sent } from './given';

export const SHOP = 'component:default/shop';
const DAY = 86_400_000;

/** When reports are received of which none tells a time. */
const RECEIVED = '2026-11-01T00:00:00.000Z';

/** All that a case gives, sent to a database that is empty, and when it is judged. */
export async function sendGiven(knex: Knex, files: Corpus, given: Given) {
  const bodies = given.send.map(sent => readSent(files, sent));
  const newest = bodies
    .flatMap(({ times }) => times)
    .sort()
    .at(-1);
  const sentAt = new Date(Date.parse(newest ?? RECEIVED) + 60_000);
  await applyMigrations(knex);
  if (given.kev) await learnExploits(knex, files, given.kev);
  const world = await createWorld(knex, entitiesOf(given));
  world.at(sentAt.toISOString());
  const receipts: ReportReceipt[] = [];
  for (const { text, query } of bodies) {
    const own = { entityRef: [SHOP], cluster: 'prod', ...query };
    receipts.push(...(await world.send(text, own)));
  }
  const now = new Date(sentAt.getTime() + (given.daysLater ?? 0) * DAY);
  const policy = { ...defaultPolicyRules, ...given.policy };
  const facts = (await world.facts.factsOf([SHOP], now)).get(SHOP);
  if (!facts) throw new Error('no facts of the component');
  return { world, receipts, facts, context: { policy, now } };
}

/**
 * Judges the component that everything is sent for. The clock stands a minute
 * after the newest report, so that nothing is old unless the case says so.
 */
export async function judgeGiven(
  knex: Knex,
  files: Corpus,
  given: Given,
): Promise<Map<string, JudgedCheck>> {
  const { facts, context } = await sendGiven(knex, files, given);
  return new Map(
    judgeChecks(facts, context).map(check => [check.checkId, check]),
  );
}

function readSent(files: Corpus, sent: Sent) {
  if (typeof sent === 'string') return read(bytesOf(files, sent));
  if ('file' in sent) return read(bytesOf(files, sent.file), sent.query);
  if ('own' in sent) return read(ownBytes(sent.own), sent.query);
  const { body, query } = sent;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return read(Buffer.from(text), query);
}

function bytesOf(files: Corpus, file: string): Buffer {
  const entry = files.files().find(candidate => candidate.file === file);
  if (!entry) throw new Error(`the corpus has no ${file}`);
  return files.bytes(entry);
}

function ownBytes(path: string): Buffer {
  const source = join(__dirname, '../../..');
  const root = path.startsWith('examples/') ? '../../..' : '.';
  return readFileSync(join(source, root, path));
}

function read(bytes: Buffer, query?: Exclude<Sent, string>['query']) {
  return { text: bytes.toString('utf8'), query, times: timesIn(bytes, query) };
}

/** The times that a body tells of itself, ISO 8601. */
function timesIn(
  bytes: Buffer,
  query: Exclude<Sent, string>['query'],
): string[] {
  const { documents } = decodeBody(bytes, {
    isDocument: wholeDocument(builtInSources, query?.format),
  });
  const { recognised } = recognise(builtInSources, documents, query?.format);
  const context = { receivedAt: new Date(RECEIVED) };
  return recognised
    .flatMap(({ source, documents: own }) => source.parse(own, context))
    .flatMap(({ generatedAt, alerts, decisions, workloads, sensorEvents }) => [
      generatedAt,
      ...[...alerts, ...decisions, ...workloads, ...sensorEvents].map(
        ({ at }) => at,
      ),
    ])
    .filter(at => at !== undefined)
    .map(at => new Date(at).toISOString());
}

async function learnExploits(knex: Knex, files: Corpus, file: string) {
  const { exploits, complete } = await readKev(
    (async function* pieces() {
      yield bytesOf(files, file);
    })(),
  );
  await saveKnownExploits(knex, { source: file, complete, exploits });
  await recordFeed(knex, {
    location: file,
    kind: 'kev',
    triedAt: new Date().toISOString(),
    total: exploits.length,
    skipped: 0,
  });
}

function entitiesOf({ component = {} }: Given): Entity[] {
  const {
    type = 'service',
    owner = 'group:default/payments',
    tags,
    sourceLocation,
  } = component;
  const apiVersion = 'backstage.io/v1alpha1';
  const team = (name: string, email?: string): Entity => ({
    apiVersion,
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [], profile: email ? { email } : {} },
  });
  return [
    {
      apiVersion,
      kind: 'Component',
      metadata: {
        name: 'shop',
        namespace: 'default',
        tags,
        annotations: sourceLocation
          ? { 'backstage.io/source-location': `url:${sourceLocation}` }
          : {},
      },
      spec: { type, lifecycle: 'production', owner },
      relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
    },
    team('payments', 'payments@acme.example'),
    team('team1', 'team1@acme.example'),
    team('quiet'),
  ];
}
