import { run } from '../run';
import type { CliResult } from './runCli';

/** Runs the command in this process: the same but for the start, which takes far longer. */
export async function runHere(
  args: string[],
  env: Record<string, string>,
): Promise<CliResult> {
  const result = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof result) => ({
    write: (text: string) => {
      result[stream] += text;
    },
  });
  const code = await run(args, {
    env,
    stdin: (async function* nothing() {})(),
    stdout: into('stdout'),
    stderr: into('stderr'),
  });
  return { code, ...result };
}
