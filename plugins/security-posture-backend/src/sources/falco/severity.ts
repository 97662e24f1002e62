import type { Severity } from 'backstage-plugin-security-posture-common';

// Spelled by priority, in full or short, in either case, depending on versions.
const severityOfPriority = new Map<string, Severity>([
  ['emergency', 'critical'],
  ['alert', 'critical'],
  ['critical', 'critical'],
  ['error', 'high'],
  ['warning', 'medium'],
  ['notice', 'low'],
  ['informational', 'info'],
  ['info', 'info'],
  ['debug', 'info'],
]);

// Rules of falcosecurity/rules whose priority understates them: the attacker is
// already inside.
const miningRules = new Set([
  'Detect crypto miners using the Stratum protocol',
  'Detect outbound connections to common miner pool ports',
  'Known Cryptominer Process Executed',
]);
const intrusionRules = new Set([
  'Debugfs Launched in Privileged Container',
  'Detect release_agent File Container Escapes',
  'Drop and execute new binary in container',
  'Execution from /dev/shm',
  'Fileless execution via memfd_create',
  'Mount Launched in Privileged Container',
  'Netcat Remote Code Execution in Container',
  'PTRACE attached to process',
  'Redirect STDOUT/STDIN to Network Connection in Container',
  'Run shell untrusted',
]);

/** The severity of an event: of its priority, raised for what an intruder does. */
export function readFalcoSeverity(
  priority: string | undefined,
  rule: string,
): Severity {
  if (miningRules.has(rule)) return 'critical';
  const severity =
    severityOfPriority.get((priority ?? '').trim().toLowerCase()) ?? 'unknown';
  return intrusionRules.has(rule) && severity !== 'critical'
    ? 'high'
    : severity;
}
