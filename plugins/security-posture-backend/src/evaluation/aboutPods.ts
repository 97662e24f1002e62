import type { ComponentFacts } from '../model/facts';

const IMAGE_RECIPE = /(^|[/.])(dockerfile|containerfile)\b/i;

/**
 * The facts without what tools say of images and the recipes that they are
 * built by. They give some settings the same name there, and the image has
 * checks of its own.
 */
export function aboutPods(facts: ComponentFacts): ComponentFacts {
  const artifacts = new Set(facts.artifacts.map(({ subjectId }) => subjectId));
  return {
    ...facts,
    findings: facts.findings.filter(
      ({ subject, path }) =>
        subject.kind !== 'image' && !(path && IMAGE_RECIPE.test(path)),
    ),
    passes: facts.passes.filter(({ subjectId }) => !artifacts.has(subjectId)),
  };
}
