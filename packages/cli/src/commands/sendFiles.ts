import type { PostureClient, ReportsAnswer } from '../client';
import { CommandError, RequestError } from '../errors';
import { labelOf, readReport } from '../files';

export interface SentFile {
  file: string;
  answer: ReportsAnswer;
}

export interface SendOptions {
  client: PostureClient;
  stdin: AsyncIterable<Uint8Array>;
  query: URLSearchParams;
  onSent(sent: SentFile): void;
  onFailure(error: CommandError): void;
}

/**
 * Sends files, one after the other. One that is bad does not keep the others
 * from being sent; a backend that cannot be reached or knows no such token does.
 *
 * @throws CommandError if any was not stored
 */
export async function sendFiles(
  files: string[],
  { client, stdin, query, onSent, onFailure }: SendOptions,
): Promise<SentFile[]> {
  const sent: SentFile[] = [];
  for (const file of files) {
    try {
      const answer = await client.sendReport(
        await readReport(file, stdin),
        query,
      );
      sent.push({ file: labelOf(file), answer });
      onSent({ file: labelOf(file), answer });
    } catch (error) {
      const failure = failureOf(file, error);
      if (error instanceof RequestError && !error.ofDocument) throw failure;
      onFailure(failure);
    }
  }
  if (sent.length < files.length) {
    throw new CommandError(
      `${files.length - sent.length} of ${files.length} reports not stored`,
    );
  }
  return sent;
}

/** What went wrong, with the name of the file before it. */
function failureOf(file: string, error: unknown): CommandError {
  if (error instanceof RequestError) {
    return new CommandError(`${labelOf(file)}: ${error.message}`, error.hint);
  }
  if (error instanceof CommandError) return error;
  throw error;
}
