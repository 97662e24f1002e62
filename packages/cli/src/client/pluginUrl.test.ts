import { isReadableByOthers, pluginUrl } from './pluginUrl';

describe('pluginUrl', () => {
  it.each([
    'https://a.example',
    'https://a.example/',
    'https://a.example/api',
    'https://a.example/api/security-posture',
    'https://a.example/api/security-posture/',
    'https://a.example/api/security-posture/v1',
  ])('finds the plugin at %s', address => {
    expect(pluginUrl(address)).toBe('https://a.example/api/security-posture');
  });

  it('keeps a path before it', () => {
    expect(pluginUrl('http://a.example:7007/backstage')).toBe(
      'http://a.example:7007/backstage/api/security-posture',
    );
  });

  it.each(['a.example', 'localhost:7007', 'file:///etc/passwd', ''])(
    'refuses %p',
    address => {
      expect(() => pluginUrl(address)).toThrow('--url');
    },
  );

  it('refuses a password without repeating it', () => {
    expect(() => pluginUrl('https://me:s3cret@a.example')).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('s3cret'),
      }),
    );
  });
});

describe('isReadableByOthers', () => {
  it.each([
    ['http://backstage.example', true],
    ['https://backstage.example', false],
    ['http://localhost:7007', false],
    ['http://127.0.0.1:7007', false],
    ['http://[::1]:7007', false],
    ['http://backstage.portal.svc', false],
  ])('%s: %p', (address, expected) => {
    expect(isReadableByOthers(address)).toBe(expected);
  });
});
