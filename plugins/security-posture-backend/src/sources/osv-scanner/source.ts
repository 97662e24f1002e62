import { InputError } from '@backstage/errors';
import {
  ReportBuilder,
  type Source,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readImageSettings } from './imageSettings';
import { readResults } from './results';
import { OsvReport } from './schema';

/** OSV-Scanner's JSON output, versions 1 and 2, https://google.github.io/osv-scanner/output/ */
export const osvScannerSource: Source = {
  id: 'osv-scanner',
  title: 'OSV-Scanner',
  stage: 'build',
  looksLike: 'an object with "results[].packages[].package.ecosystem"',
  recognise(document) {
    if (Array.isArray(document)) return false;
    const { results } = document;
    const isEmpty =
      results === null || (Array.isArray(results) && results.length === 0);
    return isEmpty
      ? isObject(document.experimental_config)
      : Array.isArray(results) && results.slice(0, 5).some(isResult);
  },
  parse(documents, context) {
    return documents.map(document => parseReport(document, context));
  },
};

function parseReport(
  { value, path }: SourceDocument,
  context: SourceContext,
): SourceReport {
  const parsed = OsvReport.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      `OSV-Scanner report at ${path}: expected an object with a list of results`,
    );
  }
  const { results, image_metadata: image } = parsed.data;
  // The document names the files that it found something in, never what was
  // scanned as a whole: a name made of them would change with the findings.
  const subject = { kind: 'artifact', name: 'unknown' } as const;
  const builder = new ReportBuilder({
    tool: { name: 'osv-scanner' },
    subject,
  });
  builder.warn(
    'The report does not name what was scanned: send it with entityRef',
  );
  const layers = (image?.layer_metadata ?? []).map(layer => layer?.diff_id);
  const { unreadable } = readResults(
    results ?? [],
    `${path}.results`,
    layers,
    builder,
  );
  const settings = image && readImageSettings(image, subject);
  if (settings) builder.report.images = [settings];
  builder.report.scopes.push({
    kind: 'vulnerability',
    subject,
    complete:
      (context.scanners?.includes('vulnerability') ?? true) && unreadable === 0,
  });
  return builder.report;
}

function isResult(result: unknown): boolean {
  if (!isObject(result) || !isObject(result.source)) return false;
  const { packages } = result;
  if (!Array.isArray(packages)) return false;
  const [first] = packages;
  return packages.length === 0 || (isObject(first) && 'package' in first);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
