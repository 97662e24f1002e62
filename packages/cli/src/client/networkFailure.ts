import { z } from 'zod';
import { RequestError } from '../errors';

const named = z.object({ name: z.string() });
const described = z.object({ message: z.string().min(1) });
const coded = z.object({ code: z.string() });
const caused = z.object({ cause: z.unknown() });
const several = z.object({ errors: z.array(z.unknown()).min(1) });

export interface NetworkFailure {
  error: RequestError;
  /** Whether trying again may help. */
  passing: boolean;
}

/** Why there was no answer at all. */
export function networkFailure(
  error: unknown,
  { url, timeoutSeconds }: { url: string; timeoutSeconds: number },
): NetworkFailure {
  const { host } = new URL(url);
  if (nameOf(error) === 'TimeoutError') {
    return {
      error: new RequestError(
        `${host} did not answer within ${timeoutSeconds} seconds`,
        { hint: 'Give it more time with --timeout.' },
      ),
      passing: true,
    };
  }
  const code = codeOf(error);
  if (/CERT|TLS|SSL|VERIFY|SIGNED/.test(code)) {
    return {
      error: new RequestError(
        `The certificate of ${host} is not trusted (${code})`,
        {
          hint: 'Name the file of your authority in NODE_EXTRA_CA_CERTS. There is no option to trust anybody.',
        },
      ),
      passing: false,
    };
  }
  return {
    error: new RequestError(`${host} cannot be reached (${code})`, {
      hint: 'Check --url, and that this machine may connect to it.',
    }),
    passing: true,
  };
}

/** The code that the system gave, which fetch hides in causes; else the innermost message. */
function codeOf(error: unknown): string {
  const own = coded.safeParse(error);
  if (own.success) return own.data.code;
  const causes = caused.safeParse(error);
  if (causes.success && causes.data.cause !== undefined) {
    return codeOf(causes.data.cause);
  }
  const group = several.safeParse(error);
  if (group.success) return codeOf(group.data.errors[0]);
  const other = described.safeParse(error);
  return other.success ? other.data.message : 'unknown error';
}

function nameOf(error: unknown): string | undefined {
  const parsed = named.safeParse(error);
  return parsed.success ? parsed.data.name : undefined;
}
