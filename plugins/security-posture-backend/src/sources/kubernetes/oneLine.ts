import { plainText } from 'backstage-plugin-security-posture-node';

/** Text out of an object or log on one line, so that it cannot pass for another line. */
export function oneLine(text: string, length: number = 300): string {
  const start = text.length > length * 2 ? text.slice(0, length * 2) : text;
  return plainText(start.replace(/\s+/g, ' '), length);
}
