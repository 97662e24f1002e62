import type {
  SourceImage,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import {
  isLayer,
  isSize,
  readImageConfiguration,
} from '../../model/imageConfiguration';
import { systemFamily } from '../../model/systemFamily';
import type { ArtifactDocument, Metadata, Result } from './schema';

/**
 * What the metadata of a scan tell of the image.
 *
 * @param isJudged - whether the scan looked up if the distribution is still
 * maintained; then one that has no `EOSL` is
 */
export function imageOfScan(
  { OS: system, Size: size, ImageConfig: config, ...metadata }: Metadata,
  subject: SourceSubject,
  isJudged: boolean,
): SourceImage | undefined {
  const { Family: family, Name: version, EOSL: endOfLife } = system ?? {};
  const image: Omit<SourceImage, 'subject'> = {
    ...readImageConfiguration(config, layersOf(metadata)),
    ...(family && {
      os: {
        family: systemFamily(family),
        ...(version && { version }),
        ...((endOfLife !== undefined || isJudged) && {
          endOfLife: endOfLife ?? false,
        }),
      },
    }),
    ...(isSize(size) && { sizeBytes: size }),
  };
  return Object.keys(image).length > 0 ? { subject, ...image } : undefined;
}

/** Whether the scanner of vulnerabilities saw the packages of a distribution. */
export function isSystemJudged(
  ran: ReadonlySet<string>,
  results: Result[],
): boolean {
  return (
    ran.has('vulnerability') &&
    results.some(result => result.Class === 'os-pkgs')
  );
}

/** Adds what the report of one artifact tells of it, if that is an image. */
export function addImage(
  report: SourceReport,
  { ArtifactType: type, Metadata: metadata }: ArtifactDocument,
  isJudged: boolean,
): void {
  const { subject } = report;
  const isImage = subject.kind === 'image' || type === 'container_image';
  if (!metadata || !isImage) return;
  const image = imageOfScan(metadata, subject, isJudged);
  if (image) report.images = [image];
}

function layersOf({
  DiffIDs: ids,
  Layers: layers,
}: Pick<Metadata, 'DiffIDs' | 'Layers'>): string[] {
  const listed = layers.flatMap(layer => layer?.DiffID ?? []);
  return (ids.length > 0 ? ids : listed).filter(isLayer);
}
