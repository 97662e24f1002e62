import { setTimeout as sleep } from 'node:timers/promises';
import { version } from '../package.json';
import { help, parseArguments, type Environment } from './arguments';
import { isReadableByOthers, PostureClient, pluginUrl } from './client';
import { gate, send, type Session } from './commands';
import { CommandError, UsageError } from './errors';
import { createPaint, plain, wantsColour } from './output';

/** The streams and variables of a process. */
export interface Surroundings {
  env: Environment;
  stdin: AsyncIterable<Uint8Array>;
  stdout: { write(text: string): void; isTTY?: boolean; columns?: number };
  stderr: { write(text: string): void };
}

const WIDTH_OF_LOGS = 120;

/** Runs the command line. Resolves with the exit code. */
export async function run(
  argv: string[],
  { env, stdin, stdout, stderr }: Surroundings,
): Promise<number> {
  let secret: string | undefined;
  const hide = (text: string) =>
    secret ? text.replaceAll(secret, '***') : text;
  const note = (text: string) => {
    stderr.write(hide(`security-posture: ${plain(text)}\n`));
  };
  const complain = ({ message, hint }: CommandError) => {
    note(message);
    if (hint) stderr.write(hide(`  ${plain(hint)}\n`));
  };

  try {
    const request = parseArguments(argv, env);
    if (!('settings' in request)) {
      stdout.write(request.command === 'help' ? help() : `${version}\n`);
      return 0;
    }
    const { command, files, settings } = request;
    secret = settings.token;
    const url = pluginUrl(settings.url);
    requireHeader(secret);
    if (secret && isReadableByOthers(url)) {
      note('The token is sent unencrypted: use https.');
    }
    const session: Session = {
      settings,
      files,
      env,
      url,
      version,
      stdin,
      client: new PostureClient({
        url,
        token: secret,
        timeoutSeconds: settings.timeout,
        retries: settings.retries,
        userAgent: `security-posture-cli/${version}`,
        onRetry: ({ message }, seconds) =>
          note(`${message}; trying again in ${seconds} s`),
        wait: sleep,
      }),
      paint: createPaint(
        wantsColour(env, {
          isTerminal: stdout.isTTY ?? false,
          refused: settings['no-color'],
        }),
      ),
      width: stdout.columns ?? WIDTH_OF_LOGS,
      print: text => stdout.write(hide(text)),
      hide,
      note,
      complain,
    };
    return await (command === 'gate' ? gate(session) : send(session));
  } catch (error) {
    complain(
      error instanceof CommandError
        ? error
        : new CommandError(
            `Unexpected error: ${error instanceof Error ? error.stack : error}`,
          ),
    );
    return 2;
  }
}

/** What no header can hold would come back in an error, with the token in it. */
function requireHeader(token: string | undefined): void {
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new UsageError(
      'The token has characters that no header can hold, such as blanks or line breaks',
    );
  }
}
