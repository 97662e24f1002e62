import type { Violation } from './violation';

const HEADLINE = 'violated one or more enforced policies';
const POLICY = /^\s*Policy: (.+)$/;
const SECTION = /^\s*- ([A-Z][a-z]+):/;
const ITEM = /^\s+- (.+)$/;
/** What follows the last policy: open policies and the way around the webhook. */
const ENDING = /^\s*(In case of emergency|\d+ additional polic)/;

/** RHACS and StackRox: a block of text for each policy, its violations in a list. */
export function readStackrox(text: string): Violation[] {
  if (!text.includes(HEADLINE)) return [];
  const policies: { name: string; violations: string[] }[] = [];
  let section = '';
  for (const line of text.split('\n')) {
    if (ENDING.test(line)) break;
    const policy = POLICY.exec(line);
    const current = policies.at(-1);
    if (policy) {
      policies.push({ name: policy[1].trim(), violations: [] });
      section = '';
    } else if (current) {
      const heading = SECTION.exec(line);
      const item = section === 'Violations' ? ITEM.exec(line) : null;
      if (item) current.violations.push(item[1]);
      else if (heading) section = heading[1];
    }
  }
  return policies.map(({ name, violations }) => ({
    engine: 'stackrox',
    policy: name,
    message: violations.join('\n'),
  }));
}
