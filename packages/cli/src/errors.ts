/** What stopped a command. The message says what happened, the hint what to do. */
export class CommandError extends Error {
  readonly hint?: string;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'CommandError';
    this.hint = hint;
  }
}

/** Arguments that cannot be understood. */
export class UsageError extends CommandError {
  constructor(message: string) {
    super(message, 'See security-posture --help.');
    this.name = 'UsageError';
  }
}

/** The backend did not take a request, or could not be reached. */
export class RequestError extends CommandError {
  /** Whether it is about this one document, so that others may still be taken. */
  readonly ofDocument: boolean;

  constructor(
    message: string,
    { hint, ofDocument = false }: { hint?: string; ofDocument?: boolean } = {},
  ) {
    super(message, hint);
    this.name = 'RequestError';
    this.ofDocument = ofDocument;
  }
}
