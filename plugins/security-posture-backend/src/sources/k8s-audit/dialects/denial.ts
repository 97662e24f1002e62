import { readGatekeeper } from './gatekeeper';
import { readKyvernoClusterPolicy } from './kyvernoClusterPolicy';
import { readKyvernoValidatingPolicy } from './kyvernoValidatingPolicy';
import { readPodSecurity } from './podSecurity';
import { readSecurityPosture } from './securityPosture';
import { readStackrox } from './stackrox';
import { readValidatingAdmissionPolicy } from './validatingAdmissionPolicy';
import type { ReadViolations, Violation } from './violation';

const MAX_LENGTH = 64 * 1024;
const WEBHOOK =
  /admission webhook "([^"\n]{1,253})" denied the request(?:: | without explanation)?/;

const engines: {
  domain: RegExp;
  engine: string;
  dialects: ReadViolations[];
}[] = [
  {
    domain: /(^|\.)kyverno\./,
    engine: 'kyverno',
    dialects: [readKyvernoClusterPolicy, readKyvernoValidatingPolicy],
  },
  {
    domain: /\.gatekeeper\.sh$/,
    engine: 'gatekeeper',
    dialects: [readGatekeeper],
  },
  {
    domain: /(^|\.)security-posture\./,
    engine: 'security-posture',
    dialects: [readSecurityPosture],
  },
  {
    domain: /\.stackrox\.io$/,
    engine: 'stackrox',
    dialects: [readStackrox],
  },
];

/**
 * Which policies refused a request, from the message of the API server. Empty
 * if it was not refused by a policy, but for want of permission, say.
 */
export function readDenial(message: string): Violation[] {
  const text = message.slice(0, MAX_LENGTH);
  const webhook = WEBHOOK.exec(text);
  if (!webhook) {
    const own = readValidatingAdmissionPolicy(text);
    return own.length > 0 ? own : readPodSecurity(text);
  }
  const [start, name] = webhook;
  return ofWebhook(name, text.slice(webhook.index + start.length));
}

function ofWebhook(webhook: string, text: string): Violation[] {
  const known = engines.find(({ domain }) => domain.test(webhook));
  for (const read of known?.dialects ?? []) {
    const violations = read(text);
    if (violations.length > 0) return violations;
  }
  const message = text.trim();
  return [
    {
      engine: known?.engine ?? 'webhook',
      policy: webhook,
      ...(message ? { message } : {}),
    },
  ];
}
