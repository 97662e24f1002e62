import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';

export const mountPropagation: Check = {
  id: 'deploy.mountPropagation',
  stage: 'deploy',
  practices: ['D1b'],
  title: 'Mounts of containers do not reach their node',
  rule: 'Fails if a container mounts a volume with mountPropagation: Bidirectional, or RHACS reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Alerts of RHACS',
  ],
  why: 'What such a container mounts appears on the node and in other pods: it can put its own files in place of theirs.',
  fix: {
    text: 'Leave out mountPropagation, or let mounts of the node appear in the container only. Drivers of storage alone need more.',
    snippet: {
      language: 'yaml',
      code: 'volumeMounts:\n  - name: data\n    mountPath: /data\n    mountPropagation: None',
    },
  },
  passes: 'No container mounts a volume with mountPropagation: Bidirectional.',
  weight: 0.1,
  judge: facts =>
    judgeControl(facts, {
      controls: [
        // No other tool names it, so it has no control.
        'stackrox|docker cis 5.19: ensure mount propagation mode is not enabled',
      ],
      does: 'mounts into its node',
      faultsOf: ({ containers }) =>
        containers.flatMap(({ name, volumeMounts = [] }) =>
          volumeMounts
            .filter(mount => mount.mountPropagation === 'Bidirectional')
            .map(({ mountPath }) => ({
              title: `mountPropagation: Bidirectional on ${
                mountPath ?? 'a volume'
              }`,
              container: name,
            })),
        ),
    }),
};
