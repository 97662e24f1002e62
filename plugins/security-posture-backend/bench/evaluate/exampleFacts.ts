import {
  alertFinding,
  componentFacts,
  decision,
  imageArtifact,
  misconfiguration,
  podConfiguration,
  podContainer,
  scan,
  shopDigest,
  sourceFacts,
  vulnerability,
  workload,
} from '../../src/evaluation/__testUtils__/facts';
import type { ComponentFacts, FindingFacts } from '../../src/model/facts';

const severities = ['critical', 'high', 'medium', 'low', 'medium'] as const;

/** A component as large ones are: an image that runs in two clusters, alerts, decisions. */
export function exampleFacts(number: number, findings: number): ComponentFacts {
  const image = imageArtifact({
    running: true,
    scans: [scan(), scan({ source: 'grype', tool: 'Grype' })],
    image: { user: number % 2 ? '' : '10001', environment: ['PATH', 'HOME'] },
    packages: {
      total: 180,
      ofSystem: 90,
      ofLanguages: 90,
      notable: ['bash', 'apt', 'curl'],
    },
  });
  const workloads = ['prod', 'staging'].map(cluster =>
    workload({
      subjectId: `workload-${cluster}`,
      subject: {
        kind: 'workload',
        cluster,
        namespace: 'shop',
        workloadKind: 'Deployment',
        name: `service-${number}`,
      },
      exposure: cluster === 'prod' ? 'external' : 'internal',
      configuration: podConfiguration([
        podContainer({ name: 'app', image: { name: image.name } }),
        podContainer({ name: 'proxy', image: { name: image.name } }),
      ]),
      images: [
        { subjectId: image.subjectId, name: image.name, digest: shopDigest },
      ],
    }),
  );
  return componentFacts({
    component: {
      entityRef: `component:default/service-${number}`,
      type: 'service',
      ownerRef: 'group:default/payments',
      tags: [],
      owner: { state: 'owned', name: 'Payments', isReachable: true },
    },
    sources: [
      sourceFacts(),
      sourceFacts({ stage: 'runtime', source: 'falco', tool: 'Falco' }),
    ],
    artifacts: [image],
    workloads,
    decisions: [decision({ subjectId: 'workload-prod' })],
    findings: Array.from({ length: findings }, (_, index) =>
      exampleFinding(number, index),
    ),
  });
}

function exampleFinding(number: number, index: number): FindingFacts {
  const id = `finding-${number}-${index}`;
  if (index % 20 === 7) {
    return alertFinding({}, { id, subjectId: 'workload-prod' });
  }
  if (index % 10 === 3) {
    return misconfiguration(`CUSTOM-${index}`, {
      id,
      subjectId: 'workload-prod',
    });
  }
  return vulnerability({
    id,
    problem: `CVE-2026-${10_000 + index}`,
    severity: severities[(index + number) % severities.length],
    fixable: index % 3 === 0,
    running: true,
    epss: index % 4 === 0 ? undefined : (index % 100) / 400,
    package: { name: `lib${index % 40}`, version: '1.2.3', type: 'deb' },
  });
}
