import { namesSecret } from './secretNames';

describe('namesSecret', () => {
  it.each([
    'DB_PASSWORD',
    'API_TOKEN',
    'SECRET_KEY',
    'stripeApiKey',
    'AWS_SECRET_ACCESS_KEY',
    'VAULT_SECRET_ID',
    'GOOGLE_CREDENTIALS',
    'TLS_PRIVATE_KEY',
    'MYSQL_PASSWD',
  ])('takes %s for a secret', name => {
    expect(namesSecret(name)).toBe(true);
  });

  it.each([
    'PORT',
    'DB_PASSWORD_FILE',
    'TOKEN_TTL',
    'SECRET_NAME',
    'MAX_TOKENS',
    'AWS_ACCESS_KEY_ID',
    'TOKEN_URL',
  ])('does not take %s for one', name => {
    expect(namesSecret(name)).toBe(false);
  });
});
