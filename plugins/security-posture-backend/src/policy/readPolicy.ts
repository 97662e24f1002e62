import type { ComponentIdentity } from '../model/facts';
import { defaultPolicyRules, type PolicyRules } from '../model/policyRules';
import { layerOf, withLayer, type Layer } from './layers';
import { defaultAdmissionRules, type Policy } from './Policy';
import { policyError, problemsOf, type Problem } from './problems';
import { componentMatcher } from './ruleMatch';
import { policyDocument, type PolicyRule } from './schema';

interface RuleLayer {
  isFor(component: ComponentIdentity): boolean;
  layer: Layer;
}

/**
 * Reads a policy: plain data as in `securityPosture.policy`; undefined is a
 * policy of defaults.
 *
 * @throws InputError that names each key that is wrong from the root of the
 * configuration, what was found there and what is expected
 */
export function readPolicy(
  data: unknown,
  knownCheckIds: readonly string[],
): Policy {
  const parsed = policyDocument.safeParse(data ?? {});
  if (!parsed.success) throw policyError(problemsOf(parsed.error.issues));
  const { rules = [], admission, ...settings } = parsed.data;

  const { layer, problems } = layerOf(
    settings,
    defaultPolicyRules,
    knownCheckIds,
  );
  const base = withLayer(defaultPolicyRules, layer);
  const layers = rules.map((rule, index) => {
    const read = readRule(rule, base, knownCheckIds);
    problems.push(
      ...read.problems.map(({ path, text }) => ({
        path: ['rules', index, ...path],
        text,
      })),
    );
    return read.layer;
  });
  if (problems.length > 0) throw policyError(problems);

  return {
    base,
    admission: { ...defaultAdmissionRules, ...admission },
    ruleCount: layers.length,
    rulesFor: effectiveRules(base, layers),
  };
}

function readRule(
  { match = {}, ...settings }: PolicyRule,
  base: PolicyRules,
  knownCheckIds: readonly string[],
): { layer: RuleLayer; problems: Problem[] } {
  const { layer, problems } = layerOf(settings, base, knownCheckIds);
  if (Object.keys(match).length === 0) {
    problems.push({
      path: ['match'],
      text: 'must say which components the rule is for; what holds for all stands beside rules',
    });
  }
  return { layer: { isFor: componentMatcher(match), layer }, problems };
}

/** Components that the same rules match share one object. */
function effectiveRules(base: PolicyRules, layers: readonly RuleLayer[]) {
  const known = new Map<string, PolicyRules>();
  return (component: ComponentIdentity): PolicyRules => {
    const matching = layers.filter(({ isFor }) => isFor(component));
    const key = matching.map(layer => layers.indexOf(layer)).join();
    let rules = known.get(key);
    if (!rules) {
      rules = matching.reduce(
        (under, { layer }) => withLayer(under, layer),
        base,
      );
      known.set(key, rules);
    }
    return rules;
  };
}
