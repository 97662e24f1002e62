import {
  firstLine,
  plainText,
  readLinks,
  type SecretFinding,
} from 'backstage-plugin-security-posture-node';
import { hashOfMatch } from './matchHash';
import type { Leak, OldLeak } from './schema';

export function readLeak(leak: Leak): SecretFinding {
  const [category] = leak.Tags;
  return secret({
    ruleId: leak.RuleID,
    title: leak.Description,
    path: leak.File,
    line: leak.StartLine,
    commit: leak.Commit,
    category,
    link: leak.Link,
    match: leak.Match ?? leak.Secret,
    secret: leak.Secret,
  });
}

export function readOldLeak(leak: OldLeak): SecretFinding {
  return secret({
    ruleId: leak.rule,
    path: leak.file,
    line: leak.lineNumber,
    commit: leak.commit,
    category: leak.tags?.split(',', 1)[0],
    link: leak.leakURL,
    match: leak.line ?? leak.offender,
    secret: leak.offender,
  });
}

interface Parts {
  ruleId: string;
  title?: string;
  path: string;
  line?: number;
  commit?: string;
  category?: string;
  link?: string;
  match?: string;
  secret?: string;
}

/** Gitleaks gives no severity, and what it found is not kept. */
function secret(parts: Parts): SecretFinding {
  const ruleId = plainText(parts.ruleId, 300) || 'unnamed';
  const category = plainText(parts.category ?? '', 200);
  const commit = plainText(parts.commit ?? '', 100);
  const { line, match } = parts;
  return {
    kind: 'secret',
    ruleId,
    severity: 'unknown',
    title: firstLine(parts.title ?? '') || ruleId,
    references: readLinks([parts.link]),
    path: plainText(parts.path, 1000) || 'stdin',
    ...(line !== undefined && Number.isSafeInteger(line) && line > 0
      ? { startLine: line }
      : {}),
    ...(category ? { category } : {}),
    ...(commit ? { commit } : {}),
    ...(match === undefined
      ? {}
      : { matchHash: hashOfMatch(match, parts.secret) }),
  };
}
