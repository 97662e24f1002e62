import type { FindingKind } from 'backstage-plugin-security-posture-common';
import type {
  SourceContext,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { imageOfScan, isSystemJudged } from './imageSettings';
import { isAboutObject, type ScannedResource } from './resource';
import { addScopes, scannersOf } from './scopes';

interface Part {
  subject: SourceSubject;
  kinds: Set<FindingKind>;
  isWhole: boolean;
}

/**
 * Adds the scopes of all resources and images, each once, and what is told of
 * the images. `trivy k8s` has no documented default: only what was declared or
 * seen has run.
 */
export function addResourceScopes(
  report: SourceReport,
  scanned: ScannedResource[],
  context: SourceContext,
): void {
  const results = scanned.flatMap(resource => resource.results);
  const ran = scannersOf(report, results, context, []);
  addImages(report, scanned, ran);
  const parts = new Map<string, Part>();
  for (const resource of scanned) {
    const { object, contents, isWhole } = resource;
    const isObjectSeen = resource.results.some(isAboutObject);
    const isImageSeen = resource.results.some(result => !isAboutObject(result));
    add(parts, object, isWhole, isObjectSeen ? ['misconfiguration'] : []);
    add(
      parts,
      contents,
      isWhole,
      isImageSeen ? ['vulnerability', 'secret', 'licence'] : [],
    );
  }
  for (const { subject, kinds, isWhole } of parts.values()) {
    const seen = [...kinds].filter(kind => ran.has(kind));
    addScopes(report, { ran: seen, subject, isWhole });
  }
}

function addImages(
  report: SourceReport,
  scanned: ScannedResource[],
  ran: ReadonlySet<FindingKind>,
): void {
  const images = scanned.flatMap(({ images: own, results }) => {
    // Of several images nothing tells whose packages were looked at.
    const isJudged = own.length === 1 && isSystemJudged(ran, results);
    return own.flatMap(
      ({ subject, metadata }) => imageOfScan(metadata, subject, isJudged) ?? [],
    );
  });
  if (images.length > 0) report.images = images;
}

function add(
  parts: Map<string, Part>,
  subject: SourceSubject,
  isWhole: boolean,
  kinds: FindingKind[],
): void {
  const key = JSON.stringify(subject);
  const part = parts.get(key) ?? { subject, kinds: new Set(), isWhole: true };
  kinds.forEach(kind => part.kinds.add(kind));
  part.isWhole &&= isWhole;
  parts.set(key, part);
}
