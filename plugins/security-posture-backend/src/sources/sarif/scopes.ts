import type {
  ReportBuilder,
  ReportScope,
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import type { Producer, ResultKind } from './producer';
import { Invocation, type Run } from './schema';
import { categoryOf } from './subject';

/**
 * Adds the scopes of a run. A run is what its tool found, all of it; unless it
 * failed, left something out, or one of its results could not be read.
 */
export function addScopes(
  builder: ReportBuilder,
  options: {
    run: Run;
    producer: Producer;
    seen: Set<ResultKind>;
    unreadable: Set<ResultKind>;
    context: SourceContext;
  },
): void {
  const { run, producer, seen, unreadable, context } = options;
  if (!Array.isArray(run.results)) {
    builder.warn(
      'results is absent: the run says nothing about what was found',
    );
    return;
  }
  const { report } = builder;
  const isWhole = succeeded(run) && isInOnePiece(run);
  // Tools that look at the same repository do not speak for each other.
  const part = [producer.name || 'unknown', categoryOf(run)]
    .filter(text => text !== undefined)
    .join('/');
  for (const kind of kindsOf(producer, seen, context)) {
    report.scopes.push({
      kind,
      subject: report.subject,
      part,
      complete:
        isWhole &&
        !unreadable.has(kind) &&
        (context.scanners?.includes(kind) ?? true),
    });
  }
}

const kindsOfTrivy: ResultKind[] = [
  'vulnerability',
  'misconfiguration',
  'secret',
  'licence',
];

function kindsOf(
  producer: Producer,
  seen: Set<ResultKind>,
  { scanners }: SourceContext,
): Set<ResultKind> {
  const kinds = new Set(seen);
  if (!producer.isMixed) return kinds.add(producer.kind);
  if (scanners) {
    kindsOfTrivy.filter(kind => scanners.includes(kind)).forEach(kindRan);
  } else if (!seen.has('misconfiguration') && !seen.has('licence')) {
    // Nothing shows that other scanners than Trivy's default ones were chosen.
    kindRan('vulnerability');
    kindRan('secret');
  }
  return kinds;

  function kindRan(kind: ResultKind) {
    kinds.add(kind);
  }
}

function succeeded(run: Run): boolean {
  return run.invocations.every(
    raw => Invocation.safeParse(raw).data?.executionSuccessful !== false,
  );
}

function isInOnePiece({ externalPropertyFileReferences }: Run): boolean {
  return externalPropertyFileReferences?.results === undefined;
}

/**
 * Runs of one tool about the same thing would close each other's findings:
 * none of them is all that the tool found.
 */
export function settleSharedScopes(reports: SourceReport[]): void {
  const shared = new Map<string, ReportScope[]>();
  for (const { scopes } of reports) {
    for (const scope of scopes) {
      const { kind, subject, part = '' } = scope;
      const key = [kind, subject.kind, subject.name, part].join('\n');
      const others = shared.get(key);
      if (others) others.push(scope);
      else shared.set(key, [scope]);
    }
  }
  for (const scopes of shared.values()) {
    if (scopes.length < 2) continue;
    for (const scope of scopes) scope.complete = false;
  }
}
