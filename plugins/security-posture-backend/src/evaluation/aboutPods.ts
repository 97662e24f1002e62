import type { ComponentFacts } from '../model/facts';

const IMAGE_RECIPE = /(^|[/.])(dockerfile|containerfile)\b/i;

/** Tools that judge images and their recipes only, and may name neither. */
const IMAGE_LINTER = /^(dockle|hadolint)\b/i;

// Most checks of workloads ask for the same.
const narrowed = new WeakMap<ComponentFacts, ComponentFacts>();

/**
 * The facts without what tools say of images and the recipes that they are
 * built by. They give some settings the same name there, and the image has
 * checks of its own.
 */
export function aboutPods(facts: ComponentFacts): ComponentFacts {
  const known = narrowed.get(facts);
  if (known) return known;
  const own = narrow(facts);
  narrowed.set(facts, own);
  return own;
}

function narrow(facts: ComponentFacts): ComponentFacts {
  const artifacts = new Set(facts.artifacts.map(({ subjectId }) => subjectId));
  return {
    ...facts,
    findings: facts.findings.filter(
      ({ subject, path, tools }) =>
        subject.kind !== 'image' &&
        !(path && IMAGE_RECIPE.test(path)) &&
        !tools.some(tool => IMAGE_LINTER.test(tool)),
    ),
    passes: facts.passes.filter(({ subjectId }) => !artifacts.has(subjectId)),
  };
}
