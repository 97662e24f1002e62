import { InputError } from '@backstage/errors';
import {
  readRepository,
  ReportBuilder,
  type Source,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { readLeak, readOldLeak } from './leak';
import { Leak, OldLeak } from './schema';

/** JSON reports of gitleaks 4, 7 and 8: https://github.com/gitleaks/gitleaks */
export const gitleaksSource: Source = {
  id: 'gitleaks',
  title: 'Gitleaks',
  stage: 'build',
  looksLike:
    'a list of objects with RuleID and File, or with rule and offender',
  readsEmptyList: true,
  recognise(value) {
    return Array.isArray(value) && value.slice(0, 20).some(isLeak);
  },
  parse(documents, context) {
    return documents.map(document => readLeaks(document, context));
  },
};

function readLeaks(
  { value, path }: SourceDocument,
  context: SourceContext,
): SourceReport {
  if (!Array.isArray(value)) {
    throw new InputError(
      `gitleaks: ${path}: expected ${gitleaksSource.looksLike}`,
    );
  }
  const subject = subjectOf(value, context);
  const builder = new ReportBuilder({ tool: { name: 'gitleaks' }, subject });
  const { findings, scopes } = builder.report;
  for (let index = 0; index < value.length; index += 1) {
    const leak: unknown = value[index];
    const at = `${path}[${index}]`;
    if (has(leak, 'rule') && !has(leak, 'RuleID')) {
      builder.one('secret', leak, at, OldLeak, read => {
        findings.push(readOldLeak(read));
      });
    } else {
      builder.one('secret', leak, at, Leak, read => {
        findings.push(readLeak(read));
      });
    }
  }
  scopes.push({
    kind: 'secret',
    subject,
    complete:
      (context.scanners?.includes('secret') ?? true) &&
      builder.report.skippedTotal === 0,
  });
  if (subject.kind === 'artifact' && !context.entityRefs) {
    builder.warn(
      'The report does not name its repository: send it with entityRef',
    );
  }
  return builder.report;
}

/**
 * No field names the repository, but links to leaks lead into it. Where the
 * sender says whose report it is, links do not count: a scan without leaks has
 * none, and has to close what was found before.
 */
function subjectOf(
  leaks: unknown[],
  { entityRefs }: SourceContext,
): SourceSubject {
  if (entityRefs) return { kind: 'artifact', name: 'repository' };
  for (const leak of leaks.slice(0, 100)) {
    for (const key of ['repoURL', 'leakURL', 'Link']) {
      const name = readRepository(field(leak, key));
      if (name) return { kind: 'repository', name };
    }
  }
  return { kind: 'artifact', name: 'unknown' };
}

function isLeak(element: unknown): boolean {
  return (
    (has(element, 'RuleID') &&
      (has(element, 'File') || has(element, 'Secret'))) ||
    (has(element, 'rule') && has(element, 'offender') && has(element, 'file'))
  );
}

function has(element: unknown, key: string): boolean {
  return (
    typeof element === 'object' &&
    element !== null &&
    Object.hasOwn(element, key)
  );
}

function field(element: unknown, key: string): unknown {
  if (typeof element !== 'object' || element === null) return undefined;
  return Object.getOwnPropertyDescriptor(element, key)?.value;
}
