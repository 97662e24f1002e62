import { InputError } from '@backstage/errors';
import type {
  Source,
  SourceContext,
  SourceDocument,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readArtifactReport, readLegacyReport } from './artifactReport';
import { readClusterReport } from './clusterReport';

/** JSON reports of Trivy: https://trivy.dev/latest/docs/configuration/reporting/#json */
export const trivySource: Source = {
  id: 'trivy',
  title: 'Trivy',
  stage: 'build',
  looksLike:
    'an object with SchemaVersion and ArtifactName, ArtifactType or Results; an object with ClusterName and Resources; or a list of objects with Target',
  recognise: value => shapeOf(value) !== undefined,
  parse: (documents, context) =>
    documents.map(document => readReport(document, context)),
};

function readReport(
  document: SourceDocument,
  context: SourceContext,
): SourceReport {
  const { value, path } = document;
  switch (shapeOf(value)) {
    case 'artifact':
      return readArtifactReport(document, context);
    case 'cluster':
      return readClusterReport(document, context);
    case 'legacy':
      return readLegacyReport(Array.isArray(value) ? value : [], path, context);
    default:
      throw new InputError(`trivy: ${path}: expected ${trivySource.looksLike}`);
  }
}

function shapeOf(
  value: SourceDocument['value'],
): 'artifact' | 'cluster' | 'legacy' | undefined {
  if (Array.isArray(value)) {
    return value.slice(0, 10).some(hasTarget) ? 'legacy' : undefined;
  }
  const has = (key: string) => Object.hasOwn(value, key);
  if (
    isVersion(value.SchemaVersion) &&
    (has('ArtifactName') || has('ArtifactType') || has('Results'))
  ) {
    return 'artifact';
  }
  const hasResources =
    has('Resources') ||
    has('Findings') ||
    has('Vulnerabilities') ||
    has('Misconfigurations');
  return typeof value.ClusterName === 'string' && hasResources
    ? 'cluster'
    : undefined;
}

function isVersion(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && /^\d{1,3}$/.test(value))
  );
}

function hasTarget(element: unknown): boolean {
  return (
    typeof element === 'object' &&
    element !== null &&
    'Target' in element &&
    typeof element.Target === 'string'
  );
}
