/** The most that a payload may hold, as for a report of its own. */
const MAX_BASE64_LENGTH = 8_000_000;
const MAX_ELEMENTS = 1_500_000;

const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

export type Payload = { value: unknown } | { problem: string };

/** Decodes the payload of an envelope. It is as untrusted as the body around it. */
export function decodePayload(payload: string): Payload {
  if (payload.length > MAX_BASE64_LENGTH) {
    return {
      problem: `payload is longer than ${MAX_BASE64_LENGTH} characters`,
    };
  }
  if (payload === '' || !BASE64.test(payload)) {
    return { problem: 'payload: expected base64' };
  }
  const text = Buffer.from(payload, 'base64').toString('utf8');
  if (hasTooManyElements(text)) {
    return { problem: `payload has more than ${MAX_ELEMENTS} elements` };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: 'payload: expected JSON in base64' };
  }
}

// Characters inside of texts count too, which only makes it stricter.
function hasTooManyElements(text: string): boolean {
  let elements = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === ',' || character === '[' || character === '{') {
      elements += 1;
    }
  }
  return elements > MAX_ELEMENTS;
}
