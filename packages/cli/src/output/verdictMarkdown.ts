import type { PolicyVerdict } from 'backstage-plugin-security-posture-common';
import { plain, plainLines } from './plain';
import { imageNames, reasonsOf, titleOf, type Reason } from './reasons';

/** A verdict in Markdown, for the summary of a job. */
export function verdictMarkdown(verdict: PolicyVerdict): string {
  const reasons = reasonsOf(verdict);
  const about = [...verdict.entityRefs, ...imageNames(verdict)];
  const parts = [
    `## Security policy: ${titleOf(verdict)}`,
    [
      ...about.map(inlineCode),
      `point ${verdict.point}`,
      `mode ${verdict.mode}`,
    ].join(' · '),
  ];
  if (reasons.length > 0) {
    parts.push(
      [
        '| result | check | reason |',
        '| --- | --- | --- |',
        ...reasons.map(rowOf),
      ].join('\n'),
    );
  }
  const fixes = distinctChecks(reasons).flatMap(fixOf);
  if (fixes.length > 0) parts.push('### How to fix', ...fixes);
  return `${parts.join('\n\n')}\n`;
}

function rowOf(reason: Reason): string {
  const { effect, checkId, summary, evidence, exception } = reason;
  const cell = [
    escaped(summary),
    ...evidence.map(line => `• ${escaped(line)}`),
    ...(exception ? [escaped(`Covered by ${exception}.`)] : []),
  ].join('<br>');
  return `| ${effect} | ${inlineCode(checkId)} | ${cell} |`;
}

function fixOf({ checkId, fix }: Reason): string[] {
  if (!fix) return [];
  const text = `${inlineCode(checkId)}: ${escaped(fix.text)}`;
  if (!fix.snippet) return [text];
  const code = plainLines(fix.snippet.code).join('\n');
  const fence = '`'.repeat(Math.max(3, longestTicks(code) + 1));
  return [text, `${fence}${fix.snippet.language}\n${code}\n${fence}`];
}

function distinctChecks(reasons: Reason[]): Reason[] {
  return [
    ...new Map(
      reasons.filter(({ fix }) => fix).map(reason => [reason.checkId, reason]),
    ).values(),
  ];
}

/** Text of reports shows as it is: no links, no pictures, no HTML. */
function escaped(text: string): string {
  return plain(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]{}()#|~!@]/g, character =>
      character === '@' ? '&#64;' : `\\${character}`,
    )
    .replace(/:\/\//g, '&#58;//');
}

function inlineCode(text: string): string {
  return `\`${plain(text).replace(/[`|]/g, ' ')}\``;
}

function longestTicks(code: string): number {
  return Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
}
