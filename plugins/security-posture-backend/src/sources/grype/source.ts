import { InputError } from '@backstage/errors';
import {
  ReportBuilder,
  type Source,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readImageSettings } from './imageSettings';
import { readIgnoredMatch, readMatch } from './match';
import { GrypeReport, IgnoredMatch, Match } from './schema';
import { readSubject } from './subject';

/** Grype's JSON output, https://github.com/anchore/grype/tree/main/schema/grype/json */
export const grypeSource: Source = {
  id: 'grype',
  title: 'Grype',
  stage: 'build',
  looksLike: 'an object with "matches" and "descriptor.name": "grype"',
  recognise(document) {
    if (Array.isArray(document) || !Array.isArray(document.matches)) {
      return false;
    }
    const { descriptor, matches } = document;
    return (
      (isObject(descriptor) && descriptor.name === 'grype') ||
      isMatch(matches[0])
    );
  },
  parse(documents, context) {
    return documents.map(document => parseReport(document, context));
  },
};

function parseReport(
  { value, path }: SourceDocument,
  context: SourceContext,
): SourceReport {
  const parsed = GrypeReport.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      `Grype report at ${path}: expected an object with a list of matches`,
    );
  }
  const { matches, ignoredMatches, source, descriptor } = parsed.data;
  const subject = readSubject(source);
  const builder = new ReportBuilder({
    tool: { name: 'grype', version: descriptor?.version },
    subject,
    generatedAt: descriptor?.timestamp,
  });
  const image = readImageSettings(parsed.data, subject);
  if (image) builder.report.images = [image];
  const baseLayers = image?.baseLayers ?? [];
  const { findings, scopes, skippedByKind } = builder.report;
  builder.each('vulnerability', matches, `${path}.matches`, Match, match => {
    findings.push(readMatch(match, baseLayers));
  });
  builder.each(
    'suppressed',
    ignoredMatches,
    `${path}.ignoredMatches`,
    IgnoredMatch,
    match => {
      findings.push(readIgnoredMatch(match, baseLayers));
    },
  );
  if (subject.kind === 'artifact') {
    builder.warn('The report does not name an image: send it with entityRef');
  }
  scopes.push({
    kind: 'vulnerability',
    subject,
    complete:
      (context.scanners?.includes('vulnerability') ?? true) &&
      !skippedByKind.vulnerability &&
      !skippedByKind.suppressed,
  });
  return builder.report;
}

function isMatch(value: unknown): boolean {
  return isObject(value) && 'vulnerability' in value && 'artifact' in value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
