import type { PolicyVerdict } from 'backstage-plugin-security-posture-common';
import type { Colour, Paint } from './paint';
import { plain, plainLines } from './plain';
import { imageNames, reasonsOf, titleOf, type Reason } from './reasons';
import { wrap } from './wrap';

const LEAST_WIDTH = 60;
const WIDEST_CHECK = 32;

const colours: Record<Reason['effect'], Colour> = {
  blocks: 'red',
  'would block': 'yellow',
  warns: 'yellow',
  waived: 'cyan',
  unknown: 'cyan',
};

/**
 * A verdict as a table for a terminal or a log. Every line of the table begins
 * with a bar, so that no text of a report can pass for a command to the CI.
 */
export function verdictTable(
  verdict: PolicyVerdict,
  { paint, width }: { paint: Paint; width: number },
): string {
  const title = titleOf(verdict);
  const lines = [
    `Security policy: ${paint(
      verdict.result === 'fail' ? 'red' : 'green',
      plain(title),
    )}`,
    `Point ${verdict.point}, mode ${verdict.mode}`,
    ...verdict.entityRefs.map(ref => `Component ${plain(ref)}`),
    ...imageNames(verdict).map(name => `Image ${plain(name)}`),
  ];
  const reasons = reasonsOf(verdict);
  if (reasons.length > 0) {
    lines.push('', ...rowsOf(reasons, Math.max(width, LEAST_WIDTH), paint));
  }
  return `${lines.join('\n')}\n`;
}

function rowsOf(reasons: Reason[], width: number, paint: Paint): string[] {
  const widest = (texts: string[]) =>
    Math.max(...texts.map(({ length }) => length));
  const effect = widest(['result', ...reasons.map(one => one.effect)]);
  const check = Math.min(
    widest(['check', ...reasons.map(one => plain(one.checkId))]),
    WIDEST_CHECK,
  );
  const rest = width - effect - check - '|  |  | '.length;
  const rule = `|${'-'.repeat(effect + 2)}|${'-'.repeat(
    check + 2,
  )}|${'-'.repeat(rest + 1)}`;

  const rows = reasons.flatMap(reason => {
    const names = wrap(plain(reason.checkId), check);
    const texts = textsOf(reason, rest);
    return Array.from(
      { length: Math.max(names.length, texts.length) },
      (_, index) => {
        const label = (index === 0 ? reason.effect : '').padEnd(effect);
        return `| ${
          index === 0 ? paint(colours[reason.effect], label) : label
        } | ${(names[index] ?? '').padEnd(check)} | ${
          texts[index] ?? ''
        }`.trimEnd();
      },
    ).concat(rule);
  });
  return [
    rule,
    `| ${'result'.padEnd(effect)} | ${'check'.padEnd(check)} | reason`,
    rule,
    ...rows,
  ];
}

/** The last column: why, what was seen, the exception, and how to mend it. */
function textsOf(reason: Reason, width: number): string[] {
  const { summary, evidence, exception, fix } = reason;
  return [
    ...wrap(plain(summary), width),
    ...evidence.flatMap(line => hanging('- ', plain(line), width)),
    ...(exception ? wrap(plain(`Covered by ${exception}.`), width) : []),
    ...(fix ? wrap(plain(`Fix: ${fix.text}`), width) : []),
    // Not wrapped: it is there to be copied.
    ...(fix?.snippet ? plainLines(fix.snippet.code) : []).map(
      line => `    ${line}`,
    ),
  ];
}

function hanging(bullet: string, text: string, width: number): string[] {
  return wrap(text, width - bullet.length).map((line, index) =>
    index === 0 ? `${bullet}${line}` : `${' '.repeat(bullet.length)}${line}`,
  );
}
