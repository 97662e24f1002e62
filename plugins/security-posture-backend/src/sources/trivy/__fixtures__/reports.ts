import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { trivySource } from '../source';
import imageReport from './image.json';
import clusterReport from './kubernetes.json';
import legacyReport from './legacy.json';
import repositoryReport from './repository.json';

const fixtures = {
  image: imageReport,
  kubernetes: clusterReport,
  legacy: legacyReport,
  repository: repositoryReport,
};

/** The document in one of the fixtures beside this file. */
export function fixture(name: keyof typeof fixtures): any {
  return structuredClone(fixtures[name]);
}

/** The report in one document. */
export function read(
  value: any,
  context: Partial<SourceContext> = {},
): SourceReport {
  const [report] = trivySource.parse([{ value, path: '$' }], {
    receivedAt: new Date('2026-09-01T00:00:00Z'),
    ...context,
  });
  return report;
}

/** A document about the image `shop:1`. */
export function image(results: unknown, more: object = {}) {
  return {
    SchemaVersion: 2,
    ArtifactName: 'shop:1',
    ArtifactType: 'container_image',
    Results: results,
    ...more,
  };
}

/** The kinds that a report speaks for completely. */
export function completeKinds(report: SourceReport): string[] {
  return report.scopes.filter(scope => scope.complete).map(scope => scope.kind);
}
