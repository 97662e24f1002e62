import type { CheckResult } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../../model/facts';
import type { PolicyRules } from '../../model/policyRules';
import type { Check } from '../Check';
import { checkContext, componentFacts } from './facts';

/** A check, what is known, and what it has to say of that. */
export interface Case {
  check: Check;
  result: CheckResult;
  of: string;
  facts: Partial<ComponentFacts>;
  policy?: Partial<PolicyRules>;
  /** A part of the summary. */
  says?: RegExp;
}

/** Judges one case, and what holds for every judgement beside. */
export function expectJudgement({
  check,
  result,
  facts,
  policy,
  says = /./,
}: Case): void {
  const judgement = check.judge(componentFacts(facts), checkContext(policy));
  expect(judgement).toMatchObject({
    result,
    summary: expect.stringMatching(says),
  });
  expect(judgement.summary).toMatch(/^\S.*\.$/);
  for (const evidence of judgement.evidence) {
    expect(evidence.title).not.toBe('');
  }
  if (['fail', 'warn', 'pass'].includes(result)) {
    expect(judgement.evidence.map(item => item.result)).toContain(result);
  }
}

/** Writes cases of one check: result, what is known in words, the facts, the policy. */
export function casesOf(
  check: Check,
  ...rows: [
    result: CheckResult,
    of: string,
    facts: Partial<ComponentFacts>,
    more?: Pick<Case, 'policy' | 'says'>,
  ][]
): Case[] {
  return rows.map(([result, of, facts, more]) => ({
    check,
    result,
    of,
    facts,
    ...more,
  }));
}

/** Declares one test for each case. */
export function describeCases(cases: Case[]): void {
  it.each(
    cases.map((item): [string, string, string, Case] => [
      item.check.id,
      item.result,
      item.of,
      item,
    ]),
  )('%s is %s: %s', (_id, _result, _of, item) => {
    expectJudgement(item);
    expect.hasAssertions();
  });
}
