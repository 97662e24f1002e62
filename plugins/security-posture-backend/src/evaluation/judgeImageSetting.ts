import type { Evidence } from 'backstage-plugin-security-posture-common';
import type {
  ArtifactFacts,
  ComponentFacts,
  FindingFacts,
} from '../model/facts';
import type { Judgement } from './Check';
import { currentArtifacts, isSeenOn } from './currentArtifacts';
import { type ImageSentences, judgeImages, seen } from './judgeImages';
import { findingEvidence } from './judgements';

export interface ImageSettingRule {
  /** The canonical control under which tools report it; see `model/controls`. */
  control: string;
  /** What the configuration of an image tells; undefined: nothing. */
  look(
    image: ArtifactFacts,
  ): { result: 'pass' | 'fail' | 'warn'; title: string } | undefined;
  /** What is missing if nothing tells. */
  missing: string;
  says: ImageSentences;
}

/**
 * Judges a setting of images by their configuration, else by what tools
 * reported or found in order. What a tool reports of an image or a Dockerfile
 * counts beside a configuration that looks right.
 */
export function judgeImageSetting(
  facts: ComponentFacts,
  { control, look, missing, says }: ImageSettingRule,
): Judgement {
  const reported = facts.findings.filter(
    finding => finding.problem === control && isOfImage(finding),
  );
  return judgeImages(facts, {
    says,
    beside: reported.map(finding =>
      findingEvidence(finding, finding.isStale ? 'warn' : 'fail'),
    ),
    judge: image => {
      const found = look(image);
      if (found && found.result !== 'pass') {
        return seen(image, found.result, found.title);
      }
      if (reported.some(finding => isSeenOn(finding, image))) return [];
      if (found) return seen(image, found.result, found.title);
      return passed(facts, image, control) ?? seen(image, 'unknown', missing);
    },
  });
}

/** Manifests in a repository are judged by the same controls, as workloads. */
function isOfImage({ kind, subject, path }: FindingFacts): boolean {
  if (kind !== 'misconfiguration') return false;
  if (subject.kind === 'image') return true;
  return (
    (subject.kind === 'repository' || subject.kind === 'artifact') &&
    (path === undefined || /(docker|container)file[^/]*$/i.test(path))
  );
}

/** What was found in order on an image line tells of no digest, so only of a line's only one. */
function passed(
  facts: ComponentFacts,
  image: ArtifactFacts,
  control: string,
): Evidence[] | undefined {
  const { subjectId } = image;
  const pass = facts.passes.find(
    item => item.subjectId === subjectId && item.control === control,
  );
  const isOnly =
    currentArtifacts(facts).filter(item => item.subjectId === subjectId)
      .length === 1;
  return pass && isOnly ? seen(image, 'pass', pass.title, pass.at) : undefined;
}
