import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ArtifactFacts, ComponentFacts } from '../../../model/facts';
import { packageOrigin } from '../../../model/packageOrigin';
import type { Check } from '../../Check';
import { currentArtifacts, isSeenOn } from '../../currentArtifacts';
import { judgeScans } from '../../judgeScans';
import { artifactEvidence } from '../../judgements';
import { distribution } from '../../judgeTools';
import { newestScan } from '../../scans';

export const scanCoverage: Check = {
  id: 'build.scan.coverage',
  stage: 'build',
  practices: ['B5'],
  title: 'Scans look at the distribution and at the languages',
  rule: 'Fails if the scans of an image showed no package of its distribution, or if a repository of the component holds packages of languages and the scans of neither the image nor the repository showed any. A repository without an image needs packages of languages. Unknown without a scan or a list of packages, and for an image without languages whose repository nobody listed.',
  inputs: [
    'Lists of packages in Trivy reports and CycloneDX documents, with scans of the same artifact',
    'Types of the packages in which vulnerabilities were found',
  ],
  why: 'A scan that skips the distribution or the dependencies looks clean. Most vulnerabilities of an application come with its libraries, most of an image with its distribution.',
  fix: {
    text: 'Let the scanner look at both, and do not narrow it. Scan the repository, too, if lock files do not get into the image.',
    snippet: {
      language: 'shell',
      code: 'trivy image --pkg-types os,library --list-all-pkgs --format json --output report.json "$IMAGE"',
    },
  },
  passes:
    'Every image was scanned with packages of its distribution, and the languages of the component were scanned in it or in its repository.',
  weight: 0.03,
  reads: ['packages'],
  looksAt: 'component',
  judge: facts =>
    judgeScans(facts, {
      judge: artifact => judge(artifact, facts),
      fails: 'was scanned in part only',
      unknown: 'was scanned for nobody knows which packages, or not at all',
      passes: 'Distribution and languages were scanned',
    }),
};

function judge(artifact: ArtifactFacts, facts: ComponentFacts): Evidence {
  const say = (result: Evidence['result'], title: string) =>
    artifactEvidence(artifact, result, title);
  if (!newestScan(artifact, 'vulnerability')) {
    return say('unknown', 'Never scanned for vulnerabilities');
  }
  const looked = lookedAt(artifact, facts);
  if (artifact.kind === 'image' && !looked.system) {
    if (!artifact.packages) return say('unknown', 'No list of its packages');
    if (distribution(artifact)) {
      return say('fail', 'No package of the distribution was looked at');
    }
    if (!artifact.image) {
      return say('unknown', 'Nothing tells whether it has a distribution');
    }
  }
  if (looked.languages) return say('pass', 'Looked at completely');
  switch (languagesElsewhere(artifact, facts)) {
    case 'scanned':
      return say('pass', 'Its languages were looked at in the repository');
    case 'none':
      return say('pass', 'The repository holds no packages of languages');
    case 'unscanned':
      return artifact.packages
        ? say('fail', 'No package of a language was looked at')
        : say('unknown', 'No list of its packages');
    default:
      return say('unknown', 'Nothing tells of its languages');
  }
}

/** What repositories tell of the languages of an artifact that shows none itself. */
function languagesElsewhere(
  artifact: ArtifactFacts,
  facts: ComponentFacts,
): 'scanned' | 'unscanned' | 'none' | undefined {
  // What is a repository alone is there for its languages.
  if (artifact.kind === 'repository') return 'unscanned';
  const repositories = currentArtifacts(facts, 'repository').map(item => ({
    isScanned: newestScan(item, 'vulnerability') !== undefined,
    isKnown: item.packages !== undefined,
    hasLanguages: lookedAt(item, facts).languages,
  }));
  const used = repositories.filter(({ hasLanguages }) => hasLanguages);
  if (used.length > 0) {
    return used.every(({ isScanned }) => isScanned) ? 'scanned' : 'unscanned';
  }
  const isKnown =
    repositories.length > 0 && repositories.every(item => item.isKnown);
  return isKnown ? 'none' : undefined;
}

/** Whose packages scans of an artifact showed. */
function lookedAt(
  artifact: ArtifactFacts,
  { findings }: ComponentFacts,
): { system: boolean; languages: boolean } {
  const { packages } = artifact;
  const origins = findings
    .filter(
      finding =>
        finding.kind === 'vulnerability' && isSeenOn(finding, artifact),
    )
    .map(finding => packageOrigin(finding.package?.type));
  return {
    system: (packages?.ofSystem ?? 0) > 0 || origins.includes('system'),
    languages: (packages?.ofLanguages ?? 0) > 0 || origins.includes('language'),
  };
}
