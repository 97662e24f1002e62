// Azure Pipelines takes its commands from anywhere in a line.
const AZURE_COMMAND = /##(?=\[|vso\[|task\.)/gi;

/**
 * Text of reports, fit for a terminal and for the log of a CI: on one line,
 * without control characters, and without the commands that a CI would obey.
 */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(AZURE_COMMAND, '# #')
    .trim();
}

/** As `plain`, for code: line breaks and indentation stay. */
export function plainLines(text: string): string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map(line => {
      const indent = /^\s*/.exec(line)?.[0].replace(/\t/g, '  ') ?? '';
      return `${indent}${plain(line)}`;
    });
}

/** JSON for a file or a log. A CI's commands in it are escaped, its meaning stays. */
export function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)
    .replace(AZURE_COMMAND, '#\\u0023')
    .replace(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
