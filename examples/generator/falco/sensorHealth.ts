import { tally, type ExampleReport } from '../report';
import { ago, isoNanoseconds } from '../time';

const RULE = 'Falco internal: metrics snapshot';

/** What Falco says about itself: it lives, and it misses nothing. */
export function sensorHealth(options: {
  file: string;
  cluster: string;
}): ExampleReport {
  const times = [3, 2, 1].map(hours => ago(0, hours));
  const lines = times.map((at, index) =>
    JSON.stringify({
      hostname: 'prod-pool-0',
      output: 'Metrics of Falco',
      output_fields: {
        'evt.hostname': 'prod-pool-0',
        'evt.source': 'syscall',
        'falco.duration_sec': 86_400 + index * 3600,
        'falco.evts_rate_sec': 1846.4,
        'falco.num_evts': 159_528_960 + index * 6_647_040,
        'falco.outputs_queue_num_drops': 0,
        'falco.version': '0.41.0',
        'scap.engine_name': 'modern_bpf',
        'scap.n_drops_perc': 0,
      },
      priority: 'Informational',
      rule: RULE,
      source: 'internal',
      time: isoNanoseconds(at, 296_886_000),
    }),
  );
  return {
    file: options.file,
    at: times[times.length - 1],
    components: [],
    body: `${lines.join('\n')}\n`,
    counts: { alerts: tally(times.map(() => RULE)) },
    sender: { cluster: options.cluster },
  };
}
