import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../src/openapi';

writeFileSync(
  'plugins/security-posture-common/openapi.json',
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
