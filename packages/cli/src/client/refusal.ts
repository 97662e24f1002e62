import { z } from 'zod';
import { RequestError } from '../errors';

const errorBody = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
});

/** A refusal of one document says nothing about the next. */
const documentStatuses = [400, 403, 413, 415, 422];

/** Answers after which the same request may succeed. */
export const passingStatuses = [429, 502, 503, 504];

/** Why the backend did not take a request, and what to do about it. */
export function refusal(
  status: number,
  body: string,
  { hasToken, url }: { hasToken: boolean; url: string },
): RequestError {
  const parsed = errorBody.safeParse(jsonOf(body));
  const told = parsed.success
    ? `${parsed.data.error.name}: ${parsed.data.error.message}`
    : 'without saying why';
  return new RequestError(`${new URL(url).host} answered ${status}, ${told}`, {
    hint: hintFor(status, { hasToken, fromBackend: parsed.success }),
    ofDocument: documentStatuses.includes(status),
  });
}

function hintFor(
  status: number,
  { hasToken, fromBackend }: { hasToken: boolean; fromBackend: boolean },
): string | undefined {
  if (status >= 300 && status < 400) {
    return 'Set --url to the address that it redirects to; reports are not sent on.';
  }
  switch (status) {
    case 400:
      return 'Correct what the message names.';
    case 401:
      return hasToken
        ? 'The token is not known there: compare SECURITY_POSTURE_TOKEN with backend.auth.externalAccess.'
        : 'No token was given: set SECURITY_POSTURE_TOKEN.';
    case 403:
      return 'The token may not do this. It needs security-posture.report.create for build reports, security-posture.decision.create for deploy reports, security-posture.alert.create for runtime alerts.';
    case 404:
      return fromBackend
        ? 'Check that --url is the address of the backend, that the plugin is installed in it, and that --entity is in the catalog.'
        : 'Check that --url is the address of the backend, not of the frontend.';
    case 413:
      return fromBackend
        ? 'Raise the limit that the message names, or split the report.'
        : 'A proxy before the backend refuses bodies of this size: raise its limit.';
    case 415:
    case 422:
      return 'Send a format that docs/sources.md lists, as JSON, NDJSON or YAML; name it with --format where its content does not show it.';
    case 429:
    case 503:
      return 'The backend is busy: raise --retries, or try again later.';
    default:
      return status >= 500
        ? 'Look into the log of the backend, or try again later.'
        : undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
