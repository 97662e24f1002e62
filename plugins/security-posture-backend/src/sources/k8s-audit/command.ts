import { oneLine } from '../kubernetes/oneLine';

/**
 * The container and the program that a session names. Further arguments may
 * hold secrets and are left out.
 */
export function commandOf(requestURI: unknown): {
  container?: string;
  process?: string;
} {
  if (typeof requestURI !== 'string') return {};
  const mark = requestURI.indexOf('?');
  if (mark < 0) return {};
  const query = new URLSearchParams(requestURI.slice(mark, mark + 8192));
  const container = query.get('container');
  const process = query.get('command');
  return {
    ...(container ? { container: oneLine(container) } : {}),
    ...(process ? { process: oneLine(process.split(/\s/, 1)[0]) } : {}),
  };
}
