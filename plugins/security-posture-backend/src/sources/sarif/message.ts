import { Message } from './schema';

/** Longer messages are cut long before anyone reads them. */
const MAX_LENGTH = 8000;

/**
 * The text of a message: its own or the rule's, with the arguments put in and
 * embedded links left as their text.
 */
export function messageText(
  raw: unknown,
  messageStrings: unknown,
): string | undefined {
  const { data: message } = Message.safeParse(raw);
  if (!message) return undefined;
  const template =
    message.text ??
    (message.id === undefined
      ? undefined
      : textOfString(messageStrings, message.id));
  if (template === undefined) return undefined;
  return withoutLinks(
    withArguments(template.slice(0, MAX_LENGTH), message.arguments),
  );
}

function textOfString(strings: unknown, id: string): string | undefined {
  if (typeof strings !== 'object' || strings === null) return undefined;
  if (!Object.hasOwn(strings, id)) return undefined;
  const entry = new Map<string, unknown>(Object.entries(strings)).get(id);
  return Message.safeParse(entry).data?.text;
}

function withArguments(template: string, values: unknown[]): string {
  if (values.length === 0) return template;
  return template.replace(/\{(\d{1,3})\}/g, (placeholder, index) =>
    argumentText(values[Number(index)] ?? placeholder),
  );
}

function argumentText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 1000) : '';
}

function withoutLinks(text: string): string {
  return text.includes('](')
    ? text.replace(/\[([^\][]{1,300})\]\([^()\s]{1,1000}\)/g, '$1')
    : text;
}
