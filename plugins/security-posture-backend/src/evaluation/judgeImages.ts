import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ArtifactFacts, ComponentFacts } from '../model/facts';
import type { Judgement } from './Check';
import { currentArtifacts } from './currentArtifacts';
import { artifactEvidence, count, judgementOf, namesOf } from './judgements';

/** The sentences of a summary; `names` are those of the images that it is about. */
export interface ImageSentences {
  fail?(names: string, evidence: Evidence[]): string;
  /** Default: that of `fail`. */
  warn?(names: string, evidence: Evidence[]): string;
  /** `In order on 2 images.` by default. */
  pass?(images: number): string;
  unknown(names: string): string;
}

export interface ImageRule {
  /** Judges one current image; nothing known of it is one `unknown`. */
  judge(image: ArtifactFacts): Evidence[];
  says: ImageSentences;
  /** What is known beside images: findings in Dockerfiles, reports of workloads. */
  beside?: Evidence[];
}

/** Judges every image that is the newest build of its line or runs. */
export function judgeImages(
  facts: ComponentFacts,
  { judge, says, beside = [] }: ImageRule,
): Judgement {
  const evidence = [
    ...beside,
    ...currentArtifacts(facts, 'image').flatMap(judge),
  ];
  if (evidence.length === 0) return withoutImages(facts);
  const fail = says.fail ?? (names => `${names} is not in order.`);
  const warn = says.warn ?? fail;
  return judgementOf(evidence, {
    fail: worst => fail(subjectNames(worst), worst),
    warn: worst => warn(subjectNames(worst), worst),
    pass: all =>
      says.pass?.(all.length) ?? `In order on ${count(all.length, 'image')}.`,
    unknown: worst => says.unknown(subjectNames(worst)),
    'not-applicable': worst => `Not applicable to ${subjectNames(worst)}.`,
  });
}

/** One piece of evidence for an image, as judges of images return it. */
export function seen(
  image: ArtifactFacts,
  result: Evidence['result'],
  title: string,
  at?: string,
): Evidence[] {
  return [artifactEvidence(image, result, title, at)];
}

/** `ghcr.io/acme/shop and ghcr.io/acme/cart`. */
export function subjectNames(evidence: Evidence[]): string {
  return namesOf(evidence.map(subjectName));
}

export function subjectName({ subject, title }: Evidence): string {
  return subject?.name ?? title;
}

/** What does not run and has no image needs none; else nobody told of it. */
export function withoutImages({
  component,
  artifacts,
  workloads,
}: ComponentFacts): Judgement {
  const isLibrary = component.type === 'library';
  const hasRepository = artifacts.some(({ kind }) => kind === 'repository');
  if (workloads.length === 0 && (isLibrary || hasRepository)) {
    return {
      result: 'not-applicable',
      summary: isLibrary
        ? 'A library has no image.'
        : 'Only a repository is known of this component; it has no image and nothing runs.',
      evidence: [],
    };
  }
  return {
    result: 'unknown',
    summary: 'No report tells of an image of this component.',
    evidence: [],
  };
}
