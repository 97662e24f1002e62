import { readImageReference } from 'backstage-plugin-security-posture-node';
import type { Fault } from './Fault';
import { isBarePattern, namedBy } from './wildcards';

const EXAMPLE = 'ghcr.io/acme/shop';

/** Why an element can match no image line, if so. */
export function imageFault(element: string): Fault | undefined {
  if (isBarePattern(element)) return undefined;
  const { name, restore } = namedBy(element.toLowerCase());
  const line = readImageReference(name)?.name;
  const fits =
    line === name || line === name.replace(/^docker\.io\//, '$&library/');
  if (fits) return undefined;
  return {
    reason: reasonOf(element),
    example: line === undefined ? EXAMPLE : restore(line),
  };
}

function reasonOf(element: string): string {
  if (element.includes('://')) return 'has a scheme';
  if (/\s/.test(element)) return 'holds a space; commas separate images';
  if (element.includes('@')) return 'has a digest';
  if (/:[^/]*$/.test(element)) return 'has a tag';
  if (readImageReference(namedBy(element.toLowerCase()).name)) {
    return 'does not say its registry in full';
  }
  return 'is no image line';
}
