import type { Violation } from './violation';

const SENTENCE =
  /ValidatingAdmissionPolicy '([^'\n]{1,253})'(?: with binding '([^'\n]{1,253})')?(?: denied request)?: ([^]*)/;

/**
 * The API server's own sentence. A denied request names only the first policy
 * that refused it.
 */
export function readValidatingAdmissionPolicy(text: string): Violation[] {
  const start = text.indexOf('ValidatingAdmissionPolicy ');
  const match = start < 0 ? null : SENTENCE.exec(text.slice(start));
  if (!match) return [];
  const [, policy, binding, message] = match;
  return [
    {
      engine: 'validating-admission-policy',
      policy,
      // One policy judges differently through each of its bindings.
      rule: binding,
      message,
    },
  ];
}
