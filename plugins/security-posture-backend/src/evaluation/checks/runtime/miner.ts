import type { Check } from '../../Check';
import { judgeAlerts, sensorFreshness } from '../../judgeAlerts';

export const miner: Check = {
  id: 'runtime.miner',
  stage: 'runtime',
  practices: ['R2c'],
  title: 'Nobody mines cryptocurrency in running containers',
  rule: `Fails on an open alert of cryptocurrency mining, whatever its severity, and warns if it has been quiet. ${sensorFreshness}`,
  inputs: [
    'Alerts of Falco: Stratum protocol, ports of miner pools, known miners, or tagged T1496',
    'Alerts of RHACS: Cryptocurrency Mining Process Execution',
    'Any alert whose process is a known miner',
  ],
  why: 'Mining is what most automated attacks on clusters do first. Whoever could start a miner could as well have read the data of the service.',
  fix: {
    text: 'Treat the pod as taken over: keep its evidence, stop it, rotate every secret that it could read, and mend the vulnerability or the access by which it was entered before you start it again.',
    snippet: {
      language: 'shell',
      code: 'kubectl -n my-namespace scale deployment my-service --replicas=0',
    },
  },
  passes: 'A runtime sensor watches, and no alert of mining is open.',
  weight: 0,
  looksAt: 'component',
  judge: (facts, context) =>
    judgeAlerts(facts, context, {
      kinds: ['mining'],
      what: 'cryptocurrency mining',
      isAlwaysSevere: true,
    }),
};
