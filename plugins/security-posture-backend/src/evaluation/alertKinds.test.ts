import { withCorpus } from '../sources/__testUtils__/withCorpus';
import { falcoSource } from '../sources/falco/source';
import { k8sAuditSource } from '../sources/k8s-audit/source';
import { stackroxSource } from '../sources/stackrox/source';
import { tetragonSource } from '../sources/tetragon/source';
import { alertKindsOf, alertKindsOfFinding } from './alertKinds';
import { alertRules } from './alertRules';
import { alertFinding, vulnerability } from './__testUtils__/facts';

const sources = [falcoSource, k8sAuditSource, stackroxSource, tetragonSource];

const kindsOf = (
  source: string,
  rule: string,
  tags: string[] = [],
  processes: string[] = [],
) => alertKindsOf({ source, rule, tags, processes });

describe('alertKindsOf', () => {
  it.each([
    ['falco', 'Detect release_agent File Container Escapes'],
    ['falco', 'PTRACE attached to process'],
    ['stackrox', 'SetUID Processes'],
    ['tetragon', 'privileges-raise'],
    ['tetragon', 'process-creds-changed'],
    ['tetragon', 'monitor_kernel_modules'],
  ])('%s: %s is privilege escalation', (source, rule) => {
    expect(kindsOf(source, rule)).toEqual(['privilege-escalation']);
  });

  it.each([
    ['falco', 'Contact K8S API Server From Container'],
    ['falco', 'Unexpected UDP Traffic'],
    ['stackrox', 'Unauthorized Network Flow'],
    ['stackrox', 'Process Targeting Cluster Kubelet Endpoint'],
    ['tetragon', 'connect-only-local-addrs'],
    ['tetragon', 'dns-only-specified-servers'],
  ])('%s: %s is a network flow', (source, rule) => {
    expect(kindsOf(source, rule)).toEqual(['network-flow']);
  });

  it.each([
    ['falco', 'Detect outbound connections to common miner pool ports'],
    ['stackrox', 'Cryptocurrency Mining Process Execution'],
    ['tetragon', 'kill-crypto-miners'],
  ])('%s: %s is mining', (source, rule) => {
    expect(kindsOf(source, rule)).toEqual(['mining']);
  });

  it.each([
    ['falco', 'Drop and execute new binary in container'],
    ['falco', 'Attach/Exec Pod'],
    ['stackrox', 'Kubernetes Actions: Exec into Pod'],
    ['k8s-audit', 'Exec into pod'],
    ['k8s-audit', 'Debug container added to pod'],
    ['tetragon', 'detect-memfd-exec'],
  ])('%s: %s is malicious execution', (source, rule) => {
    expect(kindsOf(source, rule)).toEqual(['malicious-execution']);
  });

  it.each([
    ['stackrox', 'Compiler Tool Execution', ['compiler']],
    ['stackrox', 'Ubuntu Package Manager Execution', ['package-manager']],
    [
      'falco',
      'Redirect STDOUT/STDIN to Network Connection in Container',
      ['network-flow', 'malicious-execution'],
    ],
    ['falco', 'Run shell untrusted', ['malicious-execution', 'shell']],
  ])('%s: %s', (source, rule, kinds) => {
    expect(kindsOf(source, rule)).toEqual(kinds);
  });

  it.each([
    ['mitre_privilege_escalation', 'privilege-escalation'],
    ['MITRE_Command_and_Control', 'network-flow'],
    ['T1496', 'mining'],
    ['mitre_execution', 'malicious-execution'],
    ['Package Management', 'package-manager'],
  ])('knows a rule of its own by its tag %s', (tag, kind) => {
    expect(kindsOf('falco', 'Our own rule', [tag])).toEqual([kind]);
  });

  it.each([
    ['/bin/bash', 'shell'],
    ['-sh', 'shell'],
    ['busybox', 'shell'],
    ['/usr/bin/apt-get', 'package-manager'],
    ['/usr/bin/gcc-12', 'compiler'],
    ['/usr/bin/x86_64-linux-gnu-g++-13', 'compiler'],
    ['llvm-ar', 'compiler'],
    ['/tmp/xmrig-notls', 'mining'],
    ['/tmp/xmrig (deleted)', 'mining'],
    ['/usr/bin/ncat', 'malicious-execution'],
  ])('knows the executable %s', (process, kind) => {
    expect(kindsOf('falco', 'Our own rule', [], [process])).toEqual([kind]);
  });

  it.each([
    ['falco', 'Read sensitive file untrusted', [], ['/usr/sbin/nginx']],
    ['k8s-audit', 'Secret read', ['mitre_credential_access'], []],
    ['falco', 'Our own rule', ['network', 'container'], ['/app/go-server']],
    // Only the policies of Tetragon are named freely.
    ['falco', 'privileges-raise', [], []],
    ['tetragon', 'watch-files', [], ['/app/publish']],
  ])('%s: %s is none of them', (source, rule, tags, processes) => {
    expect(kindsOf(source, rule, tags, processes)).toEqual([]);
  });

  it('takes what came into the container from outside for an execution, unless it may be a probe', () => {
    const kinds = (tags: string[]) => kindsOf('tetragon', 'watch-files', tags);
    expect(kinds(['not-in-init-tree'])).toEqual(['malicious-execution']);
    expect(kinds(['not-in-init-tree', 'maybe-exec-probe'])).toEqual([]);
  });

  it('knows the copy of a policy, in any case', () => {
    expect(kindsOf('stackrox', 'NMAP execution (COPY)')).toEqual([
      'malicious-execution',
    ]);
  });

  it('lists no rule twice for a kind', () => {
    for (const names of Object.values(alertRules)) {
      const keys = names.map(name => name.toLowerCase());
      expect(keys).toEqual([...new Set(keys)]);
    }
  });
});

describe('alertKindsOfFinding', () => {
  it('reads rule, tags and executables of a runtime alert', () => {
    const alert = alertFinding(
      { tags: ['T1496'], processes: ['/bin/dash'] },
      { problem: 'Our own rule', path: '/usr/bin/make' },
    );
    expect(alertKindsOfFinding(alert)).toEqual(['mining', 'shell', 'compiler']);
  });

  it('knows no kind of what is no alert', () => {
    const finding = vulnerability({ problem: 'Terminal shell in container' });
    expect(alertKindsOfFinding(finding)).toEqual([]);
  });
});

describe('alerts of other people', () => {
  withCorpus(files => {
    const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
    const alerts = sources.flatMap(source =>
      files.files(source.id).flatMap(entry => {
        const documents = files
          .documents(entry)
          .filter(({ value }) => source.recognise(value));
        return source.parse(documents, context).flatMap(report =>
          report.alerts.map(({ rule, tags, process }) => ({
            source: source.id,
            rule,
            tags,
            processes: process ? [process] : [],
          })),
        );
      }),
    );

    it('are of the kinds that their rules say', () => {
      const kinds = new Map<string, Set<string>>();
      for (const alert of alerts) {
        const key = `${alert.source}: ${alert.rule}`;
        const known = kinds.get(key) ?? new Set();
        alertKindsOf(alert).forEach(kind => known.add(kind));
        kinds.set(key, known);
      }
      expect(
        Object.fromEntries([...kinds].map(([rule, of]) => [rule, [...of]])),
      ).toEqual({
        'falco: Attach/Exec Pod': ['malicious-execution'],
        'falco: Contact K8S API Server From Container': ['network-flow'],
        'falco: Disallowed K8s User': [],
        'falco: K8s Serviceaccount Created': [],
        'falco: Terminal shell in container': ['malicious-execution', 'shell'],
        'falco: Write below binary dir': ['malicious-execution'],
        'k8s-audit: Exec into pod': ['malicious-execution', 'shell'],
        'stackrox: 00 test scc': [],
        'stackrox: Misuse of iptables': [],
      });
    });
  });
});
