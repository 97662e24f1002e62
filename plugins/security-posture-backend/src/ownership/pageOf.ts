import { InputError } from '@backstage/errors';
import type { Subject } from 'backstage-plugin-security-posture-common';
import { z } from 'zod';

interface Listed {
  id: string;
  subject: Subject;
}

/**
 * A page of workloads that are in memory, in the order of cluster, namespace,
 * kind and name. The cursor is the last one's place in that order, so that
 * workloads which come or go in between neither repeat nor hide others.
 */
export function pageOf<T extends Listed>(
  workloads: readonly T[],
  { cursor, limit }: { cursor?: string; limit: number },
): { items: T[]; nextCursor?: string; totalItems: number } {
  const sorted = workloads
    .map(workload => ({ workload, key: keyOf(workload) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const after = cursor === undefined ? '' : readCursor(cursor);
  const rest = sorted.filter(({ key }) => key > after);
  const page = rest.slice(0, limit);
  return {
    items: page.map(({ workload }) => workload),
    nextCursor:
      rest.length > page.length
        ? Buffer.from(JSON.stringify(page.at(-1)?.key)).toString('base64url')
        : undefined,
    totalItems: workloads.length,
  };
}

function keyOf({ id, subject }: Listed): string {
  const { cluster = '', namespace = '', workloadKind = '', name } = subject;
  return [cluster, namespace, workloadKind, name, id].join('\n');
}

function readCursor(cursor: string): string {
  try {
    return z
      .string()
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new InputError('cursor: not a cursor of this list');
  }
}
