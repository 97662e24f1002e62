import { mergeYaml } from './mergeYaml';

/** Keys of a container. */
const ofContainer = new Set([
  ...['env', 'envFrom', 'image', 'imagePullPolicy', 'livenessProbe', 'ports'],
  ...['readinessProbe', 'resources', 'securityContext', 'volumeMounts'],
]);

/** Keys of the specification of a pod. */
const ofPod = new Set(['containers', 'initContainers', 'volumes']);

/** Keys of a pod template itself. */
const ofTemplate = new Set(['metadata', 'spec']);

/** A piece of YAML, and the container that it is about. */
export interface Piece {
  code: string;
  container: string;
}

/**
 * Puts pieces that each show one setting into one pod template, where each
 * belongs. What is no part of a pod, such as a NetworkPolicy, follows.
 */
export function podTemplate(pieces: readonly Piece[]): string {
  const placed: string[] = [];
  const others: string[] = [];
  for (const { code, container } of pieces) {
    const [, key = ''] = /^([A-Za-z]+):/.exec(code) ?? [];
    if (ofContainer.has(key)) {
      placed.push(
        `spec:\n  containers:\n    - name: ${JSON.stringify(
          container,
        )}\n${indented(code, 6)}`,
      );
    } else if (ofPod.has(key)) {
      placed.push(`spec:\n${indented(code, 2)}`);
    } else if (ofTemplate.has(key)) {
      placed.push(code);
    } else {
      others.push(code.trim());
    }
  }
  return [mergeYaml(placed), ...new Set(others)]
    .filter(text => text !== '')
    .join('\n---\n');
}

function indented(code: string, by: number): string {
  return code.replace(/^(?=.)/gm, ' '.repeat(by));
}
