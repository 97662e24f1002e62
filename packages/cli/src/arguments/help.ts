import { wrap } from '../output/wrap';
import { options } from './options';

const WIDTH = 80;
const INDENT = 27;

/** What --help prints. */
export function help(): string {
  const lines = Object.entries(options).flatMap(([name, option]) => {
    const label = `  --${name}${option.value ? ` ${option.value}` : ''}`;
    const notes = [
      option.help,
      option.env && `[${option.env}]`,
      option.commands && `(${option.commands.join(', ')} only)`,
    ];
    const [first, ...rest] = wrap(
      notes.filter(Boolean).join(' '),
      WIDTH - INDENT,
    );
    return [
      `${label.padEnd(INDENT - 1)} ${first}`,
      ...rest.map(line => `${' '.repeat(INDENT)}${line}`),
    ];
  });
  return `Usage: security-posture gate [options] [file …]
       security-posture send [options] file …

gate  Sends the files and asks whether the policy lets the build pass.
      Without files it asks about what is known of --entity or --image.
send  Sends the files.

Files are JSON, NDJSON or YAML, gzipped or not; - reads standard input.

Options:
${lines.join('\n')}

Exit codes:
  0  the policy passed, or everything was stored
  1  the policy failed
  2  an error: arguments, files, network, token
`;
}
