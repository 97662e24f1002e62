const codes = { red: 31, green: 32, yellow: 33, cyan: 36, bold: 1 } as const;

export type Colour = keyof typeof codes;

/** Colours a text, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

export function createPaint(enabled: boolean): Paint {
  return (colour, text) =>
    enabled ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text;
}

/** Whether to colour, by what terminals and CI systems agreed on. */
export function wantsColour(
  env: Record<string, string | undefined>,
  { isTerminal, refused }: { isTerminal: boolean; refused: boolean },
): boolean {
  if (refused || env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}
