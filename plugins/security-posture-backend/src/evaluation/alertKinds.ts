import type { FindingFacts } from '../model/facts';
import { alertRules, alertTags } from './alertRules';

/**
 * What a runtime alert speaks of; one can speak of several.
 *
 * - `privilege-escalation`: somebody gains rights, or reaches out of the container
 * - `network-flow`: a connection that nobody expects
 * - `mining`: cryptocurrency is mined
 * - `malicious-execution`: what an intruder runs, or a way in to run it
 * - `shell`, `package-manager`, `compiler`: such a tool ran
 */
export const alertKinds = [
  'privilege-escalation',
  'network-flow',
  'mining',
  'malicious-execution',
  'shell',
  'package-manager',
  'compiler',
] as const;

export type AlertKind = (typeof alertKinds)[number];

export interface AlertWords {
  rule: string;
  /** `falco`, `tetragon`, `stackrox`, `k8s-audit` … */
  source: string;
  tags: readonly string[];
  /** Executables, as paths or names. */
  processes: readonly string[];
}

/** Executables, by the name without folder and version. */
const executables: readonly [AlertKind, RegExp][] = [
  ['shell', /^(ba|z|c|tc|k|mk|da|a|fi)?sh$|^busybox$/],
  [
    'package-manager',
    /^(apk|apt|apt-get|aptitude|dpkg|rpm|yum|dnf|microdnf|zypper|tdnf|opkg)$/,
  ],
  [
    'compiler',
    /^(.+-(gnu|musl)\w*-)?(gcc|g\+\+|cc|c\+\+|cpp|clang|clang\+\+)$|^(c?make|llc|llvm-.+|rustc|go|javac)$/,
  ],
  [
    'mining',
    /^(sgminer|cgminer|cpuminer|minerd|geth|ethminer|nbminer|lolminer|minergate|xmr-?stak|xmrminer|xmrig|kinsing|kdevtmpfsi)/,
  ],
  ['malicious-execution', /^(nc|ncat|netcat|nmap|masscan|socat)$/],
];

/** Policies of Tetragon have free names: words in them tell, as in its examples. */
const tetragonPolicies: readonly [AlertKind, RegExp][] = [
  [
    'privilege-escalation',
    /privileg|set[ug]id|creds?\b|credential|capabilit|ptrace|pivot-root|(user|pid|mount)-?namespace|namespace-?chang|chang\w*-namespace|kernel-?modules?\b|no-modules|escape/,
  ],
  [
    'network-flow',
    /\b(tcp|udp|dns|egress|ingress|connect|connections?|datagram|sockets?|network|listen|accept\w*)\b/,
  ],
  ['mining', /miner|mining|xmrig|stratum/],
  [
    'malicious-execution',
    /memfd|fileless|elf-begin|shm\b|reverse-?shell|dropped|drift|malware/,
  ],
  ['shell', /\bshells?\b|\btty\b/],
];

const byRule = index(alertRules);
const byTag = index(alertTags);

/** The kinds of an alert, in the order of `alertKinds`; none if it is of another kind. */
export function alertKindsOf(words: AlertWords): AlertKind[] {
  const found = new Set<AlertKind>();
  const add = (kinds: readonly AlertKind[] = []) =>
    kinds.forEach(kind => found.add(kind));
  // RHACS calls the clone of a policy so.
  const rule = words.rule.toLowerCase().replace(/ \(copy\)$/, '');
  const tags = words.tags.map(tag => tag.toLowerCase());
  add(byRule.get(rule));
  for (const tag of tags) add(byTag.get(tag));
  if (words.source === 'tetragon') {
    add(matching(tetragonPolicies, rule.replace(/_/g, '-')));
    // Started from outside of the container, as `kubectl exec` and probes are.
    if (tags.includes('not-in-init-tree') && !tags.includes('maybe-exec-probe'))
      add(['malicious-execution']);
  }
  for (const process of words.processes) {
    add(matching(executables, executableName(process)));
  }
  return alertKinds.filter(kind => found.has(kind));
}

// Each check of the runtime asks again.
const ofFindings = new WeakMap<FindingFacts, AlertKind[]>();

/** The kinds of a finding; none if it is no runtime alert. */
export function alertKindsOfFinding(finding: FindingFacts): AlertKind[] {
  const { kind, problem, path, alert } = finding;
  if (kind !== 'alert') return [];
  const known = ofFindings.get(finding);
  if (known) return known;
  const kinds = alertKindsOf({
    rule: problem,
    source: alert?.source ?? '',
    tags: alert?.tags ?? [],
    processes: [...(alert?.processes ?? []), ...(path ? [path] : [])],
  });
  ofFindings.set(finding, kinds);
  return kinds;
}

/** `gcc` of `/usr/bin/gcc-12`; a login shell calls itself `-bash`. */
function executableName(process: string): string {
  const name = process.slice(process.lastIndexOf('/') + 1).toLowerCase();
  return name
    .replace(/ \(deleted\)$/, '')
    .replace(/^-/, '')
    .replace(/-\d+(\.\d+)*$/, '');
}

function matching(
  patterns: readonly [AlertKind, RegExp][],
  text: string,
): AlertKind[] {
  return patterns
    .filter(([, pattern]) => pattern.test(text))
    .map(([kind]) => kind);
}

function index(
  names: Record<AlertKind, readonly string[]>,
): ReadonlyMap<string, AlertKind[]> {
  const kinds = new Map<string, AlertKind[]>();
  for (const kind of alertKinds) {
    for (const name of names[kind]) {
      const key = name.toLowerCase();
      kinds.set(key, [...(kinds.get(key) ?? []), kind]);
    }
  }
  return kinds;
}
