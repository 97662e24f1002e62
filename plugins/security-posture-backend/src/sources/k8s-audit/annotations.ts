import type { ReportBuilder } from 'backstage-plugin-security-posture-node';
import { textOf } from '../kubernetes/fields';
import { readPodSecurity } from './dialects';
import { rulingOf, type Ruling } from './ruling';

const POD_SECURITY = 'pod-security.kubernetes.io/';
const FAILED_OPEN =
  /^failed-open\.(?:validating|mutation)\.webhook\.admission\.k8s\.io\//;

/** What the API server noted about a request beside its answer. */
export function readAnnotations(
  annotations: Record<string, unknown>,
  path: string,
  builder: ReportBuilder,
): Ruling[] {
  const rulings: Ruling[] = [];
  for (const [key, value] of Object.entries(annotations)) {
    const text = textOf(value);
    if (text === undefined) continue;
    if (key === `${POD_SECURITY}audit-violations`) {
      const violations = readPodSecurity(text.slice(0, 64 * 1024));
      if (violations.length === 0) {
        builder.count('decision');
        builder.skip(
          'decision',
          `${path}.annotations["${key}"]`,
          'expected a sentence about PodSecurity',
        );
      }
      rulings.push(...violations.map(found => rulingOf(found, 'audit')));
    } else if (key === `${POD_SECURITY}error`) {
      rulings.push(unjudged('pod-security', 'pod-security', text));
    } else if (FAILED_OPEN.test(key)) {
      rulings.push(
        unjudged(
          'webhook',
          text,
          'The webhook did not answer, and the request was let in unjudged.',
        ),
      );
    }
  }
  return rulings;
}

/** The request was let in, and nobody knows what the policy says of it. */
function unjudged(engine: string, policy: string, message: string): Ruling {
  return { engine, policy, message, action: 'allow', outcome: 'error' };
}

/** The Pod Security level that is enforced where the object lies. */
export function podSecurityOf(
  annotations: unknown,
): { enforce?: string; exempt?: string } | undefined {
  if (typeof annotations !== 'object' || annotations === null) return undefined;
  const noted = new Map<string, unknown>(Object.entries(annotations));
  const enforce = textOf(noted.get(`${POD_SECURITY}enforce-policy`));
  const exempt = textOf(noted.get(`${POD_SECURITY}exempt`));
  if (!enforce && !exempt) return undefined;
  return {
    ...(enforce ? { enforce: enforce.slice(0, 100) } : {}),
    ...(exempt ? { exempt: exempt.slice(0, 100) } : {}),
  };
}
