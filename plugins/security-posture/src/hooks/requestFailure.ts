/** Why a request gave nothing, as a reader needs to tell it apart. */
export interface RequestFailure {
  kind: 'forbidden' | 'not-found' | 'error';
  /** The backend's own sentence, where it sent one. */
  message?: string;
}

const kinds: Record<number, RequestFailure['kind']> = {
  403: 'forbidden',
  404: 'not-found',
};

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

function messageOf(error: Error): string | undefined {
  const { cause, name } = error;
  // A list of schema paths: of no use to a reader.
  if (name.endsWith('ZodError')) return undefined;
  return cause instanceof Error && cause.message
    ? cause.message
    : error.message;
}

export function requestFailure(error: unknown): RequestFailure {
  if (!(error instanceof Error)) {
    return { kind: 'error', message: String(error) };
  }
  return {
    kind: kinds[statusOf(error) ?? 0] ?? 'error',
    message: messageOf(error),
  };
}
