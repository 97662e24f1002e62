import { UsageError } from '../errors';

/**
 * The base of the plugin's API, of the address of the backend or of the plugin:
 * `https://backstage.acme.example` and
 * `https://backstage.acme.example/api/security-posture` are the same.
 *
 * @throws UsageError
 */
export function pluginUrl(address: string): string {
  // The address itself is not repeated: it may hold a password.
  if (!URL.canParse(address) || !/^https?:\/\//i.test(address)) {
    throw new UsageError(
      '--url: expected an address that begins with https:// or http://',
    );
  }
  const url = new URL(address);
  if (url.username || url.password) {
    throw new UsageError(
      '--url: leave user and password out of the address; the backend takes a token',
    );
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  if (path.endsWith('/security-posture')) return `${url.origin}${path}`;
  return `${url.origin}${path.replace(/\/api$/, '')}/api/security-posture`;
}

/** Whether a token sent there can be read on its way. */
export function isReadableByOthers(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'http:' &&
    !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) &&
    !hostname.endsWith('.svc') &&
    !hostname.endsWith('.svc.cluster.local')
  );
}
