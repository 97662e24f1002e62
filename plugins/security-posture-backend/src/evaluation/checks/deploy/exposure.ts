import type { Exposure } from '../../../model/exposure';
import type { Check } from '../../Check';
import { workloadEvidence } from '../../judgements';
import { judgeWorkloads } from '../../judgeWorkloads';

const reached: Record<Exposure, string> = {
  external: 'can be reached from outside of the cluster',
  node: 'can be reached from the network of the nodes',
  internal: 'can be reached from inside the cluster only',
};

export const exposure: Check = {
  id: 'deploy.exposure',
  stage: 'deploy',
  practices: ['D1d'],
  title: 'Workloads are reached from inside the cluster only',
  rule: 'Warns if a Service, Ingress, Route or port of the node opens a workload to the outside or to the network of the nodes.',
  inputs: [
    'Services, Ingresses, Routes and ports of the workloads (manifests, cluster inventory)',
  ],
  why: 'Being reached from outside is often what a service is for. It decides how urgent everything else is: what anybody can reach is attacked first.',
  fix: {
    text: 'If it is not meant to be reached, make the Service internal. If it is, publish it through an ingress or gateway where TLS and authentication are in place, and mend its findings first.',
    snippet: {
      language: 'yaml',
      code: 'spec:\n  type: ClusterIP',
    },
  },
  passes: 'Nothing leads to any workload from outside of its cluster.',
  weight: 0,
  looksAt: 'component',
  judge: facts =>
    judgeWorkloads(facts, {
      does: 'is exposed',
      evidenceOf: workload => {
        const level = workload.exposure;
        if (!level) {
          return [
            workloadEvidence(
              workload,
              'unknown',
              'No Service or route of its namespace is known',
            ),
          ];
        }
        const result = level === 'internal' ? 'pass' : 'warn';
        return [workloadEvidence(workload, result, reached[level])];
      },
    }),
};
