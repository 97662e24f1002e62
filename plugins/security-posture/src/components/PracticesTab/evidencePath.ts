import type { Evidence } from 'backstage-plugin-security-posture-common';

const MAX_WORDS = 200;

/** Where the tab shows what a check points at, seen from its own address; undefined if it has no place for it. */
export function evidencePath({
  kind,
  title,
}: Pick<Evidence, 'kind' | 'title'>): string | undefined {
  const found = new URLSearchParams({
    state: 'any',
    q: title.slice(0, MAX_WORDS),
  });
  switch (kind) {
    case 'finding':
      return `../findings?${found}`;
    case 'alert':
      return `../runtime?${found}`;
    case 'decision':
      return '../admission';
    case 'workload':
      return '../deployments';
    default:
      return undefined;
  }
}
