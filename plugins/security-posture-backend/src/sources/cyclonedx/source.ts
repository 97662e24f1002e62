import { InputError } from '@backstage/errors';
import {
  ReportBuilder,
  type ReportScope,
  type Source,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import type { VexOrigin } from './analysis';
import { readComponents } from './component';
import { Bom, type Metadata } from './schema';
import { readSubject } from './subject';
import { indexComponents } from './target';
import { keepVulnerabilities, readVulnerabilities } from './vulnerability';

/** CycloneDX in JSON (ECMA-424): SBOM, vulnerabilities and VEX, https://cyclonedx.org/specification/overview/ */
export const cyclonedxSource: Source = {
  id: 'cyclonedx',
  title: 'CycloneDX',
  stage: 'build',
  looksLike: 'an object with "bomFormat": "CycloneDX"',
  recognise(document) {
    return !Array.isArray(document) && document.bomFormat === 'CycloneDX';
  },
  parse(documents, context) {
    return documents.map(document => parseBom(document, context));
  },
};

function parseBom(
  { value, path }: SourceDocument,
  context: SourceContext,
): SourceReport {
  const parsed = Bom.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      `CycloneDX document at ${path}: expected an object with "bomFormat": "CycloneDX"`,
    );
  }
  const bom = parsed.data;
  const { metadata, vulnerabilities } = bom;
  const { subject, part } = readSubject(metadata?.component, context);
  const [tool] = metadata?.tools ?? [];
  const builder = new ReportBuilder({
    tool: tool ?? { name: 'unknown' },
    subject,
    generatedAt: metadata?.timestamp,
  });
  const { report } = builder;
  const components = readComponents(
    bom.components,
    `${path}.components`,
    builder,
  );
  if (!metadata?.component) {
    builder.warn(
      'The document has no metadata.component that says what it describes: send it with entityRef',
    );
  }
  const isVex = components.length === 0;
  const readings = readVulnerabilities(
    vulnerabilities,
    `${path}.vulnerabilities`,
    indexComponents(bom, components),
    builder,
  );
  keepVulnerabilities(
    readings,
    isVex ? readVexOrigin(metadata) : undefined,
    builder,
  );
  if (vulnerabilities !== undefined) {
    const complete =
      !isVex &&
      !report.skippedByKind.vulnerability &&
      speaksOfAll(metadata, context, readings.length > 0);
    const scope: ReportScope = { kind: 'vulnerability', subject, complete };
    report.scopes.push(part === undefined ? scope : { ...scope, part });
  }
  return report;
}

/** Tools that write every vulnerability they find. */
const scanners = new Set(['dependency-track', 'osv-scanner', 'trivy']);

/**
 * Whether a vulnerability that is not listed is gone. Trivy writes an empty
 * list into an SBOM for which it looked for none; Grype always looks.
 */
function speaksOfAll(
  metadata: Metadata | undefined,
  context: SourceContext,
  found: boolean,
): boolean {
  if (context.scanners) return context.scanners.includes('vulnerability');
  const names = (metadata?.tools ?? []).map(({ name }) => name.toLowerCase());
  return (
    names.includes('grype') || (found && names.some(name => scanners.has(name)))
  );
}

function readVexOrigin(metadata: Metadata | undefined): VexOrigin {
  const author =
    metadata?.authors[0]?.name ??
    metadata?.manufacturer?.name ??
    metadata?.supplier?.name;
  return { author, at: metadata?.timestamp };
}
