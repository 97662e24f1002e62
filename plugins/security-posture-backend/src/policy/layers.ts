import type { PolicyRules } from '../model/policyRules';
import { checkChoices, type CheckChoices } from './checkChoices';
import type { Problem } from './problems';
import type { PolicySettings } from './schema';

/** Settings that are laid over others. */
export interface Layer extends Omit<PolicySettings, 'checks' | 'packages'> {
  /** As a pair, so that no combination of layers contradicts itself. */
  packages?: PolicyRules['packages'];
  checks?: CheckChoices['byCheck'];
}

/** Makes a layer of settings, and finds what in them cannot hold. */
export function layerOf(
  { checks, packages, ...settings }: PolicySettings,
  base: PolicyRules,
  knownIds: readonly string[],
): { layer: Layer; problems: Problem[] } {
  const problems: Problem[] = [];
  const layer: Layer = settings;
  if (packages) {
    layer.packages = { ...base.packages, ...packages };
    const { pass, warn } = layer.packages;
    if (pass > warn) {
      problems.push({
        path: ['packages', 'pass'],
        text: `must not be above packages.warn, got ${pass} and ${warn}`,
      });
    }
  }
  if (checks) {
    const choices = checkChoices(checks, knownIds);
    layer.checks = choices.byCheck;
    for (const { path, text } of choices.problems) {
      problems.push({ path: ['checks', ...path], text });
    }
  }
  return { layer, problems };
}

/** Lays settings over rules: maps key by key, lists as a whole. */
export function withLayer(rules: PolicyRules, layer: Layer): PolicyRules {
  const { mode, thresholds, freshness, checks, ...wholes } = layer;
  const {
    buildScan = rules.freshness.buildScanDays,
    runningScan = rules.freshness.runningScanDays,
    imageAge = rules.freshness.imageAgeDays,
    decisions = rules.freshness.decisionDays,
  } = freshness ?? {};
  const enforced = { ...rules.checks };
  for (const [id, choice] of checks ?? []) {
    enforced[id] = {
      build: 'off',
      admission: 'off',
      ...rules.checks[id],
      ...choice,
    };
  }
  return {
    ...rules,
    ...wholes,
    mode: { ...rules.mode, ...mode },
    thresholds: { ...rules.thresholds, ...thresholds },
    freshness: {
      buildScanDays: buildScan,
      runningScanDays: runningScan,
      imageAgeDays: imageAge,
      decisionDays: decisions,
    },
    checks: enforced,
  };
}
