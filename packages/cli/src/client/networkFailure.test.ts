import { networkFailure } from './networkFailure';

const where = {
  url: 'https://a.example/api/security-posture',
  timeoutSeconds: 5,
};
const failed = (cause: object) => new TypeError('fetch failed', { cause });

describe('networkFailure', () => {
  it('finds the code among causes', () => {
    const refused = Object.assign(new Error(), { code: 'ECONNREFUSED' });
    const both = new AggregateError([refused]);
    for (const cause of [refused, both]) {
      const { error, passing } = networkFailure(failed(cause), where);
      expect(error.message).toBe('a.example cannot be reached (ECONNREFUSED)');
      expect(passing).toBe(true);
    }
  });

  it('says what fetch says where there is no code', () => {
    const { error } = networkFailure(failed(new Error('bad port')), where);
    expect(error.message).toBe('a.example cannot be reached (bad port)');
  });

  it.each([
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('does not try again with a certificate that is not trusted, %s', code => {
    const { error, passing } = networkFailure(failed({ code }), where);
    expect(error.hint).toContain('NODE_EXTRA_CA_CERTS');
    expect(passing).toBe(false);
  });
});
