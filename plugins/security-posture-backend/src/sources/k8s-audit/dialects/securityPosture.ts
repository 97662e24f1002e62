import type { Violation } from './violation';

const HEADLINE = /Security Posture refuses ([A-Za-z]{1,63}) (\S{1,253}) for /;
const REASON = /^- \[([a-zA-Z0-9.-]{1,100})\] (.+)$/gm;
const WARNING =
  /^\s*\[((?:build|deploy|runtime|gate|image|pod|ci|combination)\.[a-zA-Z0-9.-]{1,80})\] (.+)$/;

/** Our own webhook: `- [check] reason`, line by line; a warning is one reason. */
export function readSecurityPosture(text: string): Violation[] {
  const warning = WARNING.exec(text);
  if (warning) return [violation(warning[1], warning[2])];
  if (!HEADLINE.test(text)) return [];
  return [...text.matchAll(REASON)].map(([, check, reason]) =>
    violation(check, reason),
  );
}

function violation(policy: string, message: string): Violation {
  return { engine: 'security-posture', policy, message };
}
