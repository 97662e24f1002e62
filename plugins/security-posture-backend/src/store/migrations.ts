import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

export async function applyMigrations(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      'backstage-plugin-security-posture-backend',
      'migrations',
    ),
  });
}
