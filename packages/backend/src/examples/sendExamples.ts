import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rememberSent, sentFiles } from './sentFiles';
import { shiftTimes } from './shiftTimes';

export interface ExampleReport {
  file: string;
  entityRef?: string;
  cluster?: string;
  scanners?: string[];
  branch?: string;
  commit?: string;
  runUrl?: string;
}

interface ExampleIndex {
  /** The instant that the reports take for now. */
  baseTime: string;
  /** Keys whose times are facts about the world, not about the example. */
  keep?: string[];
  reports: ExampleReport[];
}

export interface SendExamplesOptions {
  auth: AuthService;
  database: DatabaseService;
  discovery: DiscoveryService;
  logger: LoggerService;
  folder: string;
}

/** The catalog needs minutes to read the example entities after a first start of a slow machine. */
const ATTEMPTS = 150;
const PAUSE = 2000;

export async function sendExamples(options: SendExamplesOptions) {
  const { database, logger, folder } = options;
  const knex = await database.getClient();
  const sent = await sentFiles(knex);
  const index: ExampleIndex = JSON.parse(
    await readFile(join(folder, 'index.json'), 'utf8'),
  );
  const shift = Date.now() - Date.parse(index.baseTime);
  const left = index.reports.filter(({ file }) => !sent.has(file));
  for (const report of left) {
    const text = await readFile(join(folder, report.file), 'utf8');
    await send(options, report, shiftTimes(text, shift, index.keep ?? []));
    await rememberSent(knex, report.file);
  }
  if (left.length > 0) {
    logger.info('Example reports sent', { reports: left.length });
  }
}

async function send(
  { auth, discovery }: SendExamplesOptions,
  { file, ...query }: ExampleReport,
  body: string,
): Promise<void> {
  const baseUrl = await discovery.getBaseUrl('security-posture');
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  );
  for (let attempt = 1; ; attempt += 1) {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'security-posture',
    });
    const response = await fetch(`${baseUrl}/v1/reports?${search}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': file.endsWith('.yaml')
          ? 'application/yaml'
          : 'application/json',
      },
      body,
    }).catch(() => undefined);
    if (response?.ok) return;
    if (attempt === ATTEMPTS) {
      throw new Error(
        `${file} was answered with ${
          response?.status ?? 'nothing'
        }: ${await response?.text()}`,
      );
    }
    await sleep(PAUSE);
  }
}
