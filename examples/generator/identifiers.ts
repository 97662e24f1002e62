import { createHash } from 'node:crypto';

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** `sha256:…`, the same for the same text. */
export function digest(text: string): string {
  return `sha256:${hex(text)}`;
}

/** `sha1:…`, as Trivy writes the checksum of a file. */
export function fileDigest(text: string): string {
  return `sha1:${createHash('sha1').update(text).digest('hex')}`;
}

/** A commit of Git. */
export function commit(text: string): string {
  return hex(`commit ${text}`).slice(0, 40);
}

/** The start of a container's id. */
export function containerId(text: string): string {
  return hex(`container ${text}`).slice(0, 12);
}

/** Trivy's id of a package inside one report. */
export function packageUid(text: string): string {
  return hex(`package ${text}`).slice(0, 16).replace(/^0+/, '');
}

/** A random looking UUID (version 4). */
export function uuid(text: string): string {
  const h = hex(`uuid ${text}`);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(
    17,
    20,
  )}-${h.slice(20, 32)}`;
}

/** A UUID that begins with its time (version 7). */
export function timeUuid(at: Date, text: string): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const h = hex(`uuid ${text}`);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${h.slice(0, 3)}-8${h.slice(
    3,
    6,
  )}-${h.slice(6, 18)}`;
}
