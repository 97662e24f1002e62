import type { SourceDocument } from 'backstage-plugin-security-posture-node';
import { decodePayload } from './payload';
import { Envelope } from './schema';

/** A statement out of its envelopes, or why there is none. */
export interface FoundStatement {
  path: string;
  value?: unknown;
  problem?: string;
}

const STATEMENT = 'https://in-toto.io/Statement/';
const BUNDLE = 'application/vnd.dev.sigstore.bundle';

export type Shape = 'statement' | 'envelope' | 'bundle' | 'bundles';

/** Tells the envelopes apart by their keys, without opening them. */
export function shapeOf(value: SourceDocument['value']): Shape | undefined {
  if (Array.isArray(value)) return undefined;
  const { _type: type, payloadType, payload, mediaType, attestations } = value;
  if (typeof type === 'string' && type.startsWith(STATEMENT))
    return 'statement';
  if (typeof payloadType === 'string' && typeof payload === 'string') {
    return 'envelope';
  }
  if (
    typeof mediaType === 'string' &&
    mediaType.startsWith(BUNDLE) &&
    isObject(value.dsseEnvelope)
  ) {
    return 'bundle';
  }
  return Array.isArray(attestations) &&
    attestations.slice(0, 20).some(hasBundle)
    ? 'bundles'
    : undefined;
}

/** The statements of a document; npm and GitHub list several bundles in one. */
export function statementsOf({
  value,
  path,
}: SourceDocument): FoundStatement[] {
  if (Array.isArray(value)) return [];
  switch (shapeOf(value)) {
    case 'statement':
      return [{ path, value }];
    case 'envelope':
      return [openEnvelope(value, path)];
    case 'bundle':
      return [openEnvelope(value.dsseEnvelope, `${path}.dsseEnvelope`)];
    case 'bundles':
      return Array.isArray(value.attestations)
        ? value.attestations.map((element, index) =>
            openBundle(element, `${path}.attestations[${index}]`),
          )
        : [];
    default:
      return [];
  }
}

function openBundle(element: unknown, path: string): FoundStatement {
  const bundle = isObject(element) ? element.bundle : undefined;
  return isObject(bundle)
    ? openEnvelope(bundle.dsseEnvelope, `${path}.bundle.dsseEnvelope`)
    : { path, problem: 'expected a bundle with a dsseEnvelope' };
}

function openEnvelope(raw: unknown, path: string): FoundStatement {
  const { data: envelope } = Envelope.safeParse(raw);
  if (!envelope) {
    return { path, problem: 'expected an envelope with a payload' };
  }
  const payload = decodePayload(envelope.payload);
  if ('problem' in payload) return { path, problem: payload.problem };
  const { value } = payload;
  // Opening envelopes inside of envelopes would have no end.
  if (isObject(value) && 'payload' in value && !('_type' in value)) {
    return { path, problem: 'payload: expected a statement, got an envelope' };
  }
  return { path: `${path}.payload`, value };
}

function hasBundle(element: unknown): boolean {
  return isObject(element) && isObject(element.bundle);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
