import { parseArgs } from 'node:util';
import { UsageError } from '../errors';
import { commandNames, options, type CommandName } from './options';
import { settingsSchema, type Settings } from './settings';

export type Environment = Record<string, string | undefined>;

/** What the command line asks for. */
export type Request =
  | { command: 'help' | 'version' }
  | { command: CommandName; files: string[]; settings: Settings };

/**
 * Reads the command line; what it leaves open is taken from the environment.
 * An empty value counts as none, because pipelines pass unset variables so.
 *
 * @throws UsageError
 */
export function parseArguments(argv: string[], env: Environment): Request {
  const { values, positionals } = readOptions(argv);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };

  const [name, ...files] = positionals;
  const command = commandNames.find(known => known === name);
  if (command === undefined) {
    throw new UsageError(
      name === undefined
        ? `No command given: expected ${commandNames.join(' or ')}`
        : `Unknown command '${name}': expected ${commandNames.join(' or ')}`,
    );
  }
  for (const option of Object.keys(values)) {
    const { commands } = options[option];
    if (commands && !commands.includes(command)) {
      throw new UsageError(`--${option} is no option of ${command}`);
    }
  }

  const settings = settingsSchema.safeParse(withEnvironment(values, env));
  if (!settings.success) {
    throw new UsageError(
      settings.error.issues
        .map(({ path, message }) => `--${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
  if (command === 'send') requireFiles(files, settings.data);
  else requireSubject(files, settings.data);
  return { command, files, settings: settings.data };
}

function readOptions(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type }]) => [name, { type }]),
      ),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // Its further lines explain the parser.
    const [message] = String(error instanceof Error ? error.message : error)
      .split('\n', 1)[0]
      .split('. To specify');
    throw new UsageError(message);
  }
}

function withEnvironment(
  values: ReturnType<typeof readOptions>['values'],
  env: Environment,
) {
  const merged: Record<string, (typeof values)[string]> = {};
  for (const [name, { env: variable }] of Object.entries(options)) {
    const inherited = variable === undefined ? undefined : env[variable];
    const [value] = [values[name], inherited].map(trimmed).filter(Boolean);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

function trimmed<T>(value: T): T | string | undefined {
  return typeof value === 'string' ? value.trim() : value;
}

function requireFiles(files: string[], { output }: Settings): void {
  if (files.length === 0) {
    throw new UsageError(
      'send needs at least one file; - reads standard input',
    );
  }
  if (output === 'sarif') {
    throw new UsageError('--output: sarif shows a verdict, which send has not');
  }
}

function requireSubject(files: string[], { entity, image }: Settings): void {
  if (files.length === 0 && entity === undefined && image === undefined) {
    throw new UsageError('gate needs --entity or --image, or files to send');
  }
}
