import { readRepository } from 'backstage-plugin-security-posture-node';
import type { Fault } from './Fault';
import { isBarePattern, namedBy } from './wildcards';

const EXAMPLE = 'github.com/acme/shop';

/** Why an element can match no repository, if so. */
export function repositoryFault(element: string): Fault | undefined {
  if (isBarePattern(element)) return undefined;
  const { name, restore } = namedBy(element.toLowerCase());
  const repository = readRepository(name);
  if (repository === name) return undefined;
  return {
    reason: reasonOf(element),
    example:
      repository === undefined || /\s/.test(element)
        ? EXAMPLE
        : restore(repository),
  };
}

function reasonOf(element: string): string {
  if (/\s/.test(element)) return 'holds a space; commas separate repositories';
  if (/^url:|:\/\//.test(element)) return 'has a scheme';
  if (element.includes('@')) return 'has a user';
  if (/\.git\/*$/.test(element)) return 'ends in .git';
  return readRepository(namedBy(element.toLowerCase()).name)
    ? 'is more than a host and a path'
    : 'is not a host and a path';
}
