import type { FeedBytes } from './openFeed';

/** No feed has longer lines; a file without line breaks is not one. */
const MAX_LINE = 10_000;

/** The lines of a text in UTF-8, without their ends. */
export async function* linesOf(bytes: FeedBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of bytes) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield bounded(line);
    bounded(rest);
  }
  rest += decoder.decode();
  if (rest !== '') yield bounded(rest);
}

function bounded(line: string): string {
  if (line.length > MAX_LINE) {
    throw new Error(`A line is longer than ${MAX_LINE} characters`);
  }
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
