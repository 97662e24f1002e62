import type { Evidence } from 'backstage-plugin-security-posture-common';
import {
  type AttackerToolKind,
  attackerTools,
  type ArtifactFacts,
  type ComponentFacts,
} from '../model/facts';
import { packageOrigin } from '../model/packageOrigin';
import type { Judgement } from './Check';
import { isSeenOn } from './currentArtifacts';
import { findingsOfKind } from './findingsOfKind';
import { judgeImages, seen } from './judgeImages';
import { count, namesOf } from './judgements';

export interface ToolRule {
  tools: AttackerToolKind;
  /** `package managers`, `network tools` … */
  called: string;
  /** Packages that only hold such tools beside others: they warn. */
  mixed?: readonly string[];
}

/** Judges whether images hold packages that help an attacker. */
export function judgeTools(
  facts: ComponentFacts,
  { tools, called, mixed = [] }: ToolRule,
): Judgement {
  const says = (names: string, evidence: Evidence[]) =>
    `There are ${called} in ${names}: ${namesOf(
      evidence.flatMap(({ title }) => title.split(', ')),
    )}.`;
  return judgeImages(facts, {
    judge: image => {
      const bad = toolsKnownIn(facts, image, attackerTools[tools]);
      if (bad.length > 0) return seen(image, 'fail', bad.join(', '));
      const shared = toolsKnownIn(facts, image, mixed);
      if (shared.length > 0) return seen(image, 'warn', shared.join(', '));
      const missing = missingPackages(image);
      return missing
        ? seen(image, 'unknown', missing)
        : seen(image, 'pass', `No ${called} among its packages`);
    },
    says: {
      fail: says,
      warn: says,
      pass: images => `No ${called} in ${count(images, 'image')}.`,
      unknown: names => `No complete list of packages is known of ${names}.`,
    },
  });
}

/** The listed packages of an image that are among some; `gcc-12` is `gcc`. */
export function toolsIn(
  { packages }: ArtifactFacts,
  tools: readonly string[],
): string[] {
  return toolsAmong(packages?.notable ?? [], tools);
}

/**
 * The same, and those in which a scanner found a vulnerability. Most scanners
 * name no others, so what is missing here may still be there.
 */
export function toolsKnownIn(
  facts: ComponentFacts,
  image: ArtifactFacts,
  tools: readonly string[],
): string[] {
  const vulnerable = findingsOfKind(facts, 'vulnerability').flatMap(finding =>
    !finding.isStale &&
    finding.package &&
    packageOrigin(finding.package.type) === 'system' &&
    isSeenOn(finding, image)
      ? [finding.package.name]
      : [],
  );
  const names = [...(image.packages?.notable ?? []), ...vulnerable];
  return toolsAmong([...new Set(names)], tools);
}

function toolsAmong(
  packages: readonly string[],
  tools: readonly string[],
): string[] {
  return packages.filter(name => {
    const bare = name.toLowerCase().replace(/-?\d+(\.\d+)*$/, '');
    return tools.includes(name.toLowerCase()) || tools.includes(bare);
  });
}

/**
 * Why the packages of an image do not tell what the distribution brought;
 * undefined if they do. A list without any of a distribution is complete only
 * for an image of which is known that it has none.
 */
export function missingPackages({
  packages,
  image,
}: ArtifactFacts): string | undefined {
  if (!packages) return 'No report lists its packages';
  if (packages.ofSystem > 0 || (image && !distribution({ image }))) {
    return undefined;
  }
  return 'No packages of a distribution are listed';
}

/** The distribution in an image; undefined if it has none, or nothing tells. */
export function distribution({
  image,
}: Pick<ArtifactFacts, 'image'>): string | undefined {
  const family = image?.os?.family.toLowerCase();
  return family === undefined || family === '' || family === 'none'
    ? undefined
    : family;
}
