import {
  plainText,
  type SourceImage,
} from 'backstage-plugin-security-posture-node';
import { baseLayersOf } from './baseLayers';
import { ImageConfiguration } from './schema';

/** What the configuration of an image tells. */
export type ConfiguredImage = Pick<
  SourceImage,
  | 'createdAt'
  | 'user'
  | 'environment'
  | 'exposedPorts'
  | 'baseImages'
  | 'baseLayers'
>;

const BASE_NAME = 'org.opencontainers.image.base.name';
const LAYER = /^sha256:[a-f0-9]{64}$/;
const PORT = /^(\d{1,5}(?:-\d{1,5})?)(?:\/(tcp|udp|sctp))?$/;
const MOST = 500;

/**
 * Reads the configuration of an image. Whatever is malformed in it is left out.
 *
 * Where the configuration is there, what it does not name is not set: tools
 * leave empty fields out. A time of creation before there were images is one
 * that reproducible builds make up, and no time at all.
 *
 * @param layers - digests of the layers, where the tool gives them beside it
 */
export function readImageConfiguration(
  value: unknown,
  layers: string[] = [],
): ConfiguredImage {
  const { data } = ImageConfiguration.safeParse(value);
  if (!data || isBlank(data)) return {};
  const { created, config, history, rootfs } = data;
  const own = rootfs?.diff_ids.length ? rootfs.diff_ids : layers;
  const base = baseLayersOf(history, own)?.filter(isLayer);
  const named = config?.Labels[BASE_NAME];
  const baseName = named && plainText(named, 500);
  return {
    ...(created && { createdAt: created }),
    ...(config && {
      user: userOf(config.User),
      environment: variablesOf(config.Env),
      exposedPorts: portsOf(config.ExposedPorts),
    }),
    ...(baseName && { baseImages: [baseName] }),
    ...(base?.length && { baseLayers: base }),
  };
}

/** Whether a text is the digest of a layer. */
export function isLayer(digest: string): boolean {
  return LAYER.test(digest);
}

/** Whether a number can be the size of an image in bytes; 0 stands for unknown. */
export function isSize(size: number | undefined): size is number {
  return Number.isSafeInteger(size) && Number(size) > 0;
}

/** Trivy writes a configuration without anything in it for what is no image. */
function isBlank(image: ImageConfiguration): boolean {
  const { created, config, history, rootfs } = image;
  const { User: user, Env: env, ExposedPorts: ports, Labels } = config ?? {};
  return (
    [created, user, env, ports].every(value => value === undefined) &&
    Object.keys(Labels ?? {}).length === 0 &&
    history.length === 0 &&
    !rootfs?.diff_ids.length
  );
}

function userOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? plainText(value, 200) : undefined;
}

/** Names of the variables that have a value; the values may be secrets. */
function variablesOf(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const names = new Set<string>();
  for (const entry of value.slice(0, MOST)) {
    if (typeof entry !== 'string') continue;
    const end = entry.indexOf('=');
    const name = end > 0 && end < 300 ? plainText(entry.slice(0, end)) : '';
    // A text with blanks before the sign is no name, but may well be a secret.
    if (/^\S+$/.test(name) && end < entry.length - 1) names.add(name);
  }
  return [...names];
}

function portsOf(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const ports = new Set<string>();
  for (const key of Object.keys(value).slice(0, MOST)) {
    const [, port, protocol = 'tcp'] = PORT.exec(key) ?? [];
    if (port) ports.add(`${port}/${protocol}`);
  }
  return [...ports];
}
