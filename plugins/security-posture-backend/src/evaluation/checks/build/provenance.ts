import type { AttestationFacts, ComponentFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import { currentArtifacts } from '../../currentArtifacts';
import { isLike } from '../../imageNames';
import { judgeImages, seen } from '../../judgeImages';
import { count, worstResult } from '../../judgements';

const SLSA = /^https:\/\/slsa\.dev\/provenance\//;

export const provenance: Check = {
  id: 'build.provenance',
  stage: 'build',
  practices: ['F2'],
  title:
    'Provenance says that a trusted builder built the images from the right source',
  rule: 'Judges the SLSA provenance of every image that is built or runs, the best where there are several. Fails if its builder is none that the policy trusts, or its source is not the repository of the component. Warns if no tool verified its signature, nor another signature over the same digest that names the same source. Unknown without provenance, or if its source cannot be compared: it names none, or the repository of the component is not known.',
  inputs: [
    'SLSA provenance in in-toto statements and DSSE envelopes, with trustedBuilders of the policy',
    'Results of cosign verify, which name the source of keyless signatures',
    'The repository of the component, by its source location in the catalog or by reports',
  ],
  why: 'It ties the image to the source that was reviewed. An image without it may have been built from anything, on the laptop of anybody.',
  fix: {
    text: 'Let the builder write provenance and attach it to the image, then send the verified document.',
    snippet: {
      language: 'yaml',
      code: 'permissions:\n  id-token: write\n  attestations: write\nsteps:\n  - uses: actions/attest-build-provenance@v3\n    with:\n      subject-name: registry.example.com/acme/shop\n      subject-digest: ${{ steps.push.outputs.digest }}\n      push-to-registry: true',
    },
  },
  passes:
    'Every image has verified provenance that names the repository of the component and, if the policy names trusted builders, one of them.',
  weight: 0.02,
  reads: ['attestations'],
  judge: (facts, { policy: { trustedBuilders } }) => {
    const sources = sourcesOf(facts);
    return judgeImages(facts, {
      judge: image => {
        const judged = image.attestations
          .filter(({ predicateType }) => SLSA.test(predicateType))
          .map(item => confirmed(item, image.attestations))
          .map(item => ({ item, ...judge(item, sources, trustedBuilders) }));
        if (judged.length === 0) return seen(image, 'unknown', 'No provenance');
        const best = judged.reduce((known, next) =>
          worstResult([known.result, next.result]) === next.result
            ? known
            : next,
        );
        const { item, result, title } = best;
        return seen(image, result, title, item.at).map(evidence => ({
          ...evidence,
          kind: 'attestation',
          id: item.id,
        }));
      },
      says: {
        fail: (names, [{ title }]) =>
          `The provenance of ${names} is not as it should be: ${title}.`,
        warn: names => `Nobody verified the provenance of ${names}.`,
        pass: images => `In order: ${count(images, 'image')}.`,
        unknown: names => `Nothing tells where ${names} was built, or by whom.`,
      },
    });
  },
};

/**
 * A document never proves itself. A verified signature over the same digest
 * that names the same source does: keyless signatures carry it.
 */
function confirmed(
  item: AttestationFacts,
  others: AttestationFacts[],
): AttestationFacts {
  const source = item.sourceRepository?.toLowerCase();
  return {
    ...item,
    verified:
      item.verified ||
      (source !== undefined &&
        others.some(
          ({ verified, sourceRepository }) =>
            verified && sourceRepository?.toLowerCase() === source,
        )),
  };
}

function judge(
  { builderId, sourceRepository, verified }: AttestationFacts,
  sources: string[],
  builders: string[] | undefined,
): { result: 'pass' | 'warn' | 'fail' | 'unknown'; title: string } {
  const builder = builderId ?? 'an unnamed builder';
  if (
    builders &&
    !(builderId && builders.some(pattern => isBuilder(builderId, pattern)))
  ) {
    return { result: 'fail', title: `built by ${builder}` };
  }
  const isComparable = sourceRepository !== undefined && sources.length > 0;
  if (isComparable && !sources.includes(sourceRepository.toLowerCase())) {
    return { result: 'fail', title: `built from ${sourceRepository}` };
  }
  if (!verified) return { result: 'warn', title: 'Nobody verified it' };
  if (!isComparable) {
    return { result: 'unknown', title: 'Its source cannot be compared' };
  }
  return {
    result: 'pass',
    title: `Built by ${builder} from ${sourceRepository}`,
  };
}

/** Builders are named by addresses, mostly with a version: `…/generator.yml@refs/tags/v2.1.0`. */
function isBuilder(builderId: string, pattern: string): boolean {
  return isLike(builderId, pattern) || isLike(builderId, `${pattern}@*`);
}

function sourcesOf(facts: ComponentFacts): string[] {
  const { sourceRepository } = facts.component;
  const named = sourceRepository
    ? [sourceRepository]
    : currentArtifacts(facts, 'repository').map(({ name }) => name);
  return named.map(name => name.toLowerCase());
}
