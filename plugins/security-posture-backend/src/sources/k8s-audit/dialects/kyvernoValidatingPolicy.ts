import type { Violation } from './violation';

const VERDICT = /(?:^|; |\n)\s*Policy (\S{1,317}) (failed|error): /g;

/** Kyverno's CEL policies (`vpol`, `nvpol`, `ivpol`): one sentence a policy, joined by semicolons. */
export function readKyvernoValidatingPolicy(text: string): Violation[] {
  const verdicts = [...text.matchAll(VERDICT)];
  return verdicts.map((verdict, index) => {
    const start = verdict.index + verdict[0].length;
    const end = verdicts[index + 1]?.index ?? text.length;
    return {
      engine: 'kyverno',
      policy: verdict[1],
      message: text.slice(start, end),
      ...(verdict[2] === 'error' ? { failedToJudge: true } : {}),
    };
  });
}
