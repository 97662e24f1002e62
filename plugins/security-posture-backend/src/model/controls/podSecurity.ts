import { lookUp } from './controls';

const SENTENCE = /violates? PodSecurity "[^"\n]{1,60}": /;
/** Kyverno's rules `validate.podSecurity`, newer and older. */
const REASON =
  /Forbidden ?Reason: ?([^,)\n]{1,100}?)(?:, field|,| ForbiddenDetail|\)|$)([^)\n]{0,1000})/gi;

/**
 * The controls of the Pod Security Standards that a message names: a sentence
 * of Pod Security Admission, or of Kyverno's rules that judge by the standards.
 */
export function podSecurityControls(message: string): string[] {
  const sentence = SENTENCE.exec(message);
  if (!sentence) return [];
  const text = message.slice(sentence.index + sentence[0].length);
  const reasons = [...text.matchAll(REASON)];
  const found =
    reasons.length > 0
      ? reasons.flatMap(([, reason, detail]) => reasonControls(reason, detail))
      : violationsOf(text).flatMap(([reason, detail]) =>
          reasonControls(reason, detail),
        );
  return [...new Set(found)];
}

/** The controls behind one reason, the detail telling which where it could be several. */
export function reasonControls(reason: string, detail?: string): string[] {
  return lookUp('pod-security', reason, detail);
}

// `a (detail), b, c (detail)`; what is quoted in a detail is up to its author.
function violationsOf(text: string): [string, string][] {
  return text
    .replace(/"[^"]*"/g, '""')
    .split(/\)\s*(?:,|$)/)
    .flatMap(part => {
      const detail = part.indexOf(' (');
      const head = detail < 0 ? part : part.slice(0, detail);
      return head
        .split(',')
        .map((reason): [string, string] => [
          reason.trim(),
          detail < 0 ? '' : part.slice(detail),
        ]);
    });
}
