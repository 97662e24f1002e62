import { InputError } from '@backstage/errors';
import {
  ReportBuilder,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
  plainText,
  readRepository,
} from 'backstage-plugin-security-posture-node';
import { generatedAt } from './generatedAt';
import { addImage, isSystemJudged } from './imageSettings';
import { readResult } from './result';
import { ArtifactDocument, Result } from './schema';
import { addScopes, scannersOf } from './scopes';
import { subjectOf } from './subject';
import { fileOf, operatingSystemTarget } from './target';

/** Reads the report of one image, folder, repository or bill of materials. */
export function readArtifactReport(
  document: SourceDocument,
  context: SourceContext,
): SourceReport {
  const parsed = ArtifactDocument.safeParse(document.value);
  if (!parsed.success) {
    throw new InputError(
      `trivy: ${document.path}.Results: expected a list of results`,
    );
  }
  return artifactReport(parsed.data, `${document.path}.Results`, context);
}

/** Reads the list of results that was a whole report before Trivy 0.20. */
export function readLegacyReport(
  results: unknown[],
  path: string,
  context: SourceContext,
): SourceReport {
  const document = ArtifactDocument.parse({
    ArtifactType: 'container_image',
    Results: results,
  });
  return artifactReport(document, path, context);
}

function artifactReport(
  document: ArtifactDocument,
  path: string,
  context: SourceContext,
): SourceReport {
  const elements = document.Results ?? [];
  const results = elements.map(element => Result.safeParse(element).data);
  const readable = results.filter(result => result !== undefined);
  const { Metadata: metadata } = document;
  const version = document.Trivy?.Version;
  const createdAt = generatedAt(document.CreatedAt, context);
  const builder = new ReportBuilder({
    tool: {
      name: 'trivy',
      ...(version ? { version: plainText(version, 100) } : {}),
    },
    subject: subjectOf(document, readable),
    ...(createdAt ? { generatedAt: createdAt } : {}),
    ...(metadata?.Commit ? { commit: plainText(metadata.Commit, 100) } : {}),
    ...(metadata?.Branch ? { branch: plainText(metadata.Branch, 300) } : {}),
  });
  results.forEach((result, index) => {
    const at = `${path}[${index}]`;
    if (result) {
      readResult(withType(result), at, {
        builder,
        file: fileOf(result, document.ArtifactName),
      });
    } else {
      // It stands for elements of an unknown number.
      builder.one('vulnerability', elements[index], at, Result, () => {});
    }
  });
  const { report } = builder;
  warnAbout(document, builder);
  const defaults = defaultScanners(document);
  const ran = scannersOf(report, readable, context, defaults);
  addImage(report, document, isSystemJudged(ran, readable));
  if (!document.Results) {
    builder.warn('Trivy found nothing that it could analyse: no Results');
    return report;
  }
  addScopes(report, {
    ran,
    subject: report.subject,
    part: partOf(document, report),
    isWhole: readable.length === results.length,
  });
  return report;
}

function warnAbout(document: ArtifactDocument, builder: ReportBuilder): void {
  const { subject } = builder.report;
  if (subject.kind === 'artifact') {
    builder.warn(
      `"${subject.name}" names neither an image nor a repository; only entityRef maps it to a component`,
    );
  }
  if (Number(document.SchemaVersion ?? 0) > 2) {
    builder.warn(
      `SchemaVersion ${Number(
        document.SchemaVersion,
      )} is read as 2, the newest that is known`,
    );
  }
}

/** What Trivy scans for unless it is told otherwise. */
function defaultScanners(document: ArtifactDocument) {
  const { ArtifactType: type, SchemaVersion: schema } = document;
  // Neither does a bill of materials hold secrets, nor did the first versions,
  // whose reports name no schema, look for them.
  return type === 'cyclonedx' || type === 'spdx' || schema === undefined
    ? (['vulnerability'] as const)
    : (['vulnerability', 'secret'] as const);
}

// The oldest reports tell the distribution in the target only.
function withType(result: Result): Result {
  if (result.Type || !result.Target) return result;
  const system = operatingSystemTarget(result.Target);
  return system ? { ...result, Type: system.family } : result;
}

/** The folder of a repository, where only that was scanned. */
function partOf(
  document: ArtifactDocument,
  report: SourceReport,
): string | undefined {
  const folder = document.ArtifactName?.replace(/^\.\//, '').replace(/\/$/, '');
  if (report.subject.kind !== 'repository' || !folder) return undefined;
  const isFolder = !/^[./~]|:/.test(folder) && !readRepository(folder);
  return isFolder ? plainText(folder, 500) : undefined;
}
