import type { FindingKind } from 'backstage-plugin-security-posture-common';
import type {
  SourceContext,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { isAboutObject, type ScannedResource } from './resource';
import { addScopes, scannersOf } from './scopes';

interface Part {
  subject: SourceSubject;
  kinds: Set<FindingKind>;
  isWhole: boolean;
}

/**
 * Adds the scopes of all resources and images, each once. `trivy k8s` has no
 * documented default: only what was declared or seen has run.
 */
export function addResourceScopes(
  report: SourceReport,
  scanned: ScannedResource[],
  context: SourceContext,
): void {
  const results = scanned.flatMap(resource => resource.results);
  const ran = scannersOf(report, results, context, []);
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
