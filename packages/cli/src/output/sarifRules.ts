import type { ReportingDescriptor } from 'sarif';
import type { CheckFix } from 'backstage-plugin-security-posture-common';
import type { Finding, Level } from './sarif';

/** A rule for every check, with the worst level that any result has. */
export function sarifRules(
  findings: Finding[],
  url: string,
): ReportingDescriptor[] {
  const levels = new Map<string, Level>();
  for (const { violation, level } of findings) {
    if (level === 'error' || !levels.has(violation.checkId)) {
      levels.set(violation.checkId, level);
    }
  }
  return [...levels].flatMap(([checkId, level]) => {
    const finding = findings.find(
      ({ violation }) => violation.checkId === checkId,
    );
    if (!finding) return [];
    const { title, summary, fix, stage } = finding.violation;
    return {
      id: checkId,
      shortDescription: { text: title },
      fullDescription: { text: title },
      help: helpOf(fix, summary),
      // The catalogue of checks, which says why each matters.
      helpUri: `${url}/v1/checks#${encodeURIComponent(checkId)}`,
      defaultConfiguration: { level },
      properties: { tags: ['security', stage] },
    };
  });
}

function helpOf(fix: CheckFix | undefined, summary: string) {
  if (!fix) return { text: summary };
  const { text, snippet } = fix;
  if (!snippet) return { text };
  return {
    text: `${text}\n\n${snippet.code}`,
    markdown: `${text}\n\n\`\`\`${snippet.language}\n${snippet.code}\n\`\`\``,
  };
}
