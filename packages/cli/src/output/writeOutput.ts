import { appendFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandError } from '../errors';

interface Target {
  settings: { 'output-file'?: string };
  print(text: string): void;
  /** Takes secrets out. */
  hide(text: string): string;
}

/**
 * Writes a document to the file that was asked for, else to standard output.
 *
 * @throws CommandError if the file cannot be written
 */
export async function writeOutput(
  document: string,
  { settings, print, hide }: Target,
): Promise<void> {
  const file = settings['output-file'];
  if (file === undefined) {
    print(document);
    return;
  }
  try {
    await writeFile(file, hide(document));
  } catch (error) {
    throw new CommandError(
      `${file} cannot be written (${codeOf(error)})`,
      'Check the path of --output-file.',
    );
  }
}

/** Adds to the summary of the job in GitHub Actions. A verdict never fails for want of one. */
export async function appendJobSummary(
  markdown: string,
  {
    env,
    hide,
    note,
  }: Pick<Target, 'hide'> & {
    env: Record<string, string | undefined>;
    note(text: string): void;
  },
): Promise<void> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    await appendFile(file, hide(markdown));
  } catch (error) {
    note(`The job summary cannot be written (${codeOf(error)}).`);
  }
}

function codeOf(error: unknown): string {
  const parsed = z.object({ code: z.string() }).safeParse(error);
  return parsed.success ? parsed.data.code : String(error);
}
