import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { podAnnotations } from '../../pods';

const annotationKeys = [
  'admission.stackrox.io/break-glass',
  'security-posture.io/break-glass',
];

export const breakglass: Check = {
  id: 'deploy.breakglass',
  stage: 'deploy',
  practices: ['D5a'],
  title: 'No policy was passed over by break-glass',
  rule: 'Fails if a workload or its pods carry an annotation that passes over admission (admission.stackrox.io/break-glass, security-posture.io/break-glass), or its use was recorded.',
  inputs: [
    'Annotations of the workload (manifest, AdmissionReview, audit event)',
    'Records of our webhook, alerts of RHACS',
  ],
  why: 'It is for emergencies. What stays afterwards is a workload that no policy has judged, and an open door.',
  fix: {
    text: 'Mend what the policy refused, remove the annotation and deploy again.',
    snippet: {
      language: 'shell',
      code: 'kubectl annotate deployment/shop security-posture.io/break-glass- admission.stackrox.io/break-glass-',
    },
  },
  passes: 'No workload carries such an annotation, and none was let in by one.',
  weight: 0.3,
  looksAt: 'component',
  judge: facts =>
    judgeControl(facts, {
      controls: ['break-glass', 'stackrox|emergency deployment annotation'],
      does: 'was deployed by break-glass',
      faultsOf: ({ workload }) => {
        const annotations = {
          ...podAnnotations(workload),
          ...workload.annotations,
        };
        return annotationKeys
          .filter(key => Object.hasOwn(annotations, key))
          .map(key => ({ title: `${key}: ${annotations[key]}` }));
      },
    }),
};
