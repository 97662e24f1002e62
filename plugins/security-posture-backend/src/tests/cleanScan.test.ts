import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(120_000);

const leaks = [
  {
    RuleID: 'generic-api-key',
    Description: 'Key that opens an API',
    File: 'config/prod.env',
    StartLine: 12,
    Commit: '1234567890abcdef1234567890abcdef12345678',
    Match: 'api_key = "not-a-real-key-00"',
    Secret: 'not-a-real-key-00',
    Link: 'https://github.com/acme/shop/blob/1234567/config/prod.env#L12',
  },
];

describe.each(databases.eachSupportedId())('a scan without leaks on %p', id => {
  const query = { entityRef: 'component:default/shop', format: 'gitleaks' };

  it.each(['[]', 'null'])(
    'closes what was found before where %s is named, again and again',
    async clean => {
      const { send, read } = await start({ knex: await initDatabase(id) });
      const open = async () =>
        (await read('shop', 'findings')).body.items.map(
          ({ problem }: { problem: string }) => problem,
        );
      for (let round = 0; round < 2; round += 1) {
        expect((await send(leaks, query)).status).toBe(200);
        expect(await open()).toEqual(['generic-api-key']);
        const answer = await send(clean, query);
        expect(answer.body.reports).toEqual([
          expect.objectContaining({
            format: 'gitleaks',
            entityRefs: ['component:default/shop'],
            duplicate: false,
            complete: true,
            read: expect.objectContaining({ secret: 0 }),
            changes: expect.objectContaining({ fixed: 1 }),
            warnings: [],
          }),
        ]);
        expect(await open()).toEqual([]);
      }
      const { stages } = (await read('shop', 'posture')).body;
      expect(stages.build.state).toBe('clean');
    },
  );

  it('is nothing at all where it is not, and says what to do', async () => {
    const { send } = await start({ knex: await initDatabase(id) });
    for (const clean of ['[]', 'null']) {
      const answer = await send(clean, { entityRef: query.entityRef });
      expect([answer.status, answer.body.error.message]).toEqual([
        422,
        expect.stringContaining('format=gitleaks'),
      ]);
    }
  });

  it('is refused where the name is wrong or the body is something else', async () => {
    const { send } = await start({ knex: await initDatabase(id) });
    const misspelt = await send('[]', { format: 'gitleak' });
    expect([misspelt.status, misspelt.body.error.message]).toEqual([
      400,
      expect.stringMatching(
        /^format: expected one of .*gitleaks, grype.*, got 'gitleak'$/,
      ),
    ]);
    const other = await send({ SchemaVersion: 2, Results: [] }, query);
    expect([other.status, other.body.error.message]).toEqual([
      400,
      expect.stringContaining('gitleaks: $: expected a list'),
    ]);
    for (const body of ['5', '"text"', '{}']) {
      expect((await send(body, query)).status).toBeGreaterThanOrEqual(400);
    }
  });
});
