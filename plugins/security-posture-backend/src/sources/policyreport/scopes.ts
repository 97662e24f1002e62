import type {
  ReportScope,
  SourceContext,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';

/** The engines that judged a subject, and which of them list vulnerabilities. */
export interface JudgedSubject {
  subject: SourceSubject;
  engines: Map<string, { vulnerabilities: boolean }>;
}

/** One text per subject, to find it again. */
function keyOfSubject(subject: SourceSubject): string {
  const namespace = subject.kind === 'workload' ? subject.namespace : '';
  const kind =
    subject.kind === 'workload' ? subject.workloadKind : subject.kind;
  return `${kind} ${namespace ?? ''} ${subject.name}`;
}

/** Notes that an engine judged a subject. */
export function noteJudged(
  judged: Map<string, JudgedSubject>,
  subject: SourceSubject,
  engine: string,
  isVulnerability: boolean,
): void {
  const key = keyOfSubject(subject);
  let entry = judged.get(key);
  if (!entry) {
    entry = { subject, engines: new Map() };
    judged.set(key, entry);
  }
  const known = entry.engines.get(engine);
  if (!known) entry.engines.set(engine, { vulnerabilities: isVulnerability });
  else if (isVulnerability) known.vulnerabilities = true;
}

/**
 * What a report speaks for: every engine on every subject that it judged.
 *
 * @param via - the kind of the object that was judged, if its controller made it
 */
export function scopesOf(
  judged: Map<string, JudgedSubject>,
  { complete, via }: { complete: boolean; via?: string },
  { scanners }: SourceContext,
): ReportScope[] {
  const scopes: ReportScope[] = [];
  for (const { subject, engines } of judged.values()) {
    // Sorted, so that the order of results does not matter to who reads this.
    for (const engine of [...engines.keys()].sort()) {
      const part = via ? `${engine}@${via}` : engine;
      scopes.push({ kind: 'decision', subject, part, complete });
      if (!scanners || scanners.includes('misconfiguration')) {
        scopes.push({ kind: 'misconfiguration', subject, part, complete });
      }
      const lists = engines.get(engine)?.vulnerabilities;
      if (lists && (!scanners || scanners.includes('vulnerability'))) {
        scopes.push({ kind: 'vulnerability', subject, part, complete });
      }
    }
  }
  return scopes;
}
