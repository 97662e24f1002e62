import { openApiDocument } from 'backstage-plugin-security-posture-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { databases, initDatabase, start } from './__testUtils__/scenario';

describe('the OpenAPI document', () => {
  it('is checked in as the schemas make it, and served', async () => {
    const checkedIn = JSON.parse(
      readFileSync(
        resolve(__dirname, '../../../security-posture-common/openapi.json'),
        'utf8',
      ),
    );
    expect(checkedIn).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
    const [id] = databases.eachSupportedId()[0];
    const { raw } = await start({ knex: await initDatabase(id) });
    const served = await raw().get('/api/security-posture/openapi.json');
    expect(served.body).toEqual(checkedIn);
  });
});
