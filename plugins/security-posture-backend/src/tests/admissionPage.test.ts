import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { review } from './__testUtils__/admission';
import { manifestFiles, webhookOf } from './__testUtils__/admissionManifests';
import { trivyScan } from './__testUtils__/reports';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const folder = join(__dirname, '../../../../docs');
const page = readFileSync(join(folder, 'admission.md'), 'utf8');

const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code]) => code,
  );

const [policy, shop] = blocks('yaml').map(code => parse(code));
const webhook = webhookOf('webhook.yaml');

/** What kubectl shows of an answer. */
function shown({ allowed, warnings = [], status }: any): string {
  const lines = warnings.map((warning: string) => `Warning: ${warning}`);
  return [
    ...lines,
    allowed
      ? 'deployment.apps/shop created'
      : `Error from server (${status.reason}): error when creating "shop.yaml": admission webhook "${webhook.name}" denied the request: ${status.message}`,
    '',
  ].join('\n');
}

describe('docs/admission.md', () => {
  const [id] = databases.eachSupportedId()[0];

  async function ask(mode: string, object: object) {
    const plugin = await start({
      knex: await initDatabase(id),
      config: {
        ...policy,
        app: { baseUrl: 'https://backstage.acme.example' },
        securityPosture: {
          policy: {
            ...policy.securityPosture.policy,
            mode: { admission: mode },
          },
        },
      },
    });
    await plugin.send(
      trivyScan(
        [
          {
            id: 'CVE-2026-0001',
            pkg: 'openssl',
            version: '3.0.1',
            fixed: '3.0.2',
            severity: 'HIGH',
          },
        ],
        { at: new Date().toISOString() },
      ),
    );
    const { body } = await plugin.post(
      '/v1/admission/review/prod',
      review(object),
    );
    return shown(body.response);
  }

  it('shows a refusal, warnings and break-glass as they are', async () => {
    const urgent = structuredClone(shop);
    urgent.spec.template.metadata.annotations = {
      'security-posture.io/break-glass': 'INC-42 checkout is down',
    };
    const told = [
      await ask('enforce', shop),
      await ask('warn', shop),
      await ask('enforce', urgent),
    ];
    expect(blocks('text').slice(0, 3)).toEqual(told);
  });

  it('points to every manifest', () => {
    const linked = [...page.matchAll(/\]\(admission\/([\w.-]+)\)/g)].map(
      ([, file]) => file,
    );
    expect([...new Set(linked)].sort()).toEqual(manifestFiles);
  });
});
