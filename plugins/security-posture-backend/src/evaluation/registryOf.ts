import type { PolicyRules, RegistryRule } from '../model/policyRules';
import { isIn } from './imageNames';

/** What the policy says of the registry of an image line; the longest name that holds it counts. */
export function registryOf(
  imageLine: string,
  { registries }: PolicyRules,
): RegistryRule | undefined {
  return registries
    .filter(({ host }) => isIn(imageLine, host))
    .sort((a, b) => b.host.length - a.host.length)[0];
}
