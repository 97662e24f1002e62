import type {
  ReportScope,
  SourceFinding,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { scopeId } from '../model/findingId';
import { storedSubject } from '../model/subject';
import type { Row } from '../store/tables';
import type { DigestOf } from './artifactRows';

export type ScopeKind =
  | SourceFinding['kind']
  | 'alert'
  // Decisions, and the findings that are made of failing ones.
  | 'policy';

function scopeKindOf(kind: ReportScope['kind']): ScopeKind {
  return kind === 'decision' ? 'policy' : kind;
}

/** What a scope can be told apart by, beside kind and subject. */
export interface ScopePart {
  id?: string;
  engine?: string;
  container?: string;
  path?: string;
}

export interface ReportScopeRow {
  row: Row<'scopes'> & { id: string; kind: string };
  /** Whether absence from the report means that it is gone. */
  complete: boolean;
}

export interface ScopeIndexOptions {
  sourceId: string;
  report: SourceReport;
  reportId: string;
  at: string;
  /** It speaks of what is built. */
  ofBuild: boolean;
  digestOf: DigestOf;
}

/** Part of a subject's scopes for problems that only events tell of. */
const EVENTS = 'events';

/**
 * The scopes of one report: those that its source declared, and an incomplete
 * one for whatever else it shows.
 */
export class ScopeIndex {
  readonly #options: ScopeIndexOptions;
  readonly #scopes = new Map<string, ReportScopeRow>();
  readonly #byKind = new Map<string, ReportScopeRow[]>();

  static of(options: ScopeIndexOptions): ScopeIndex {
    return new ScopeIndex(options);
  }

  private constructor(options: ScopeIndexOptions) {
    this.#options = options;
    for (const { kind, subject, part, complete } of options.report.scopes) {
      this.#add(scopeKindOf(kind), subject, { part }).complete = complete;
    }
  }

  /** The scope that a finding or decision of the report falls into. */
  scopeFor(
    kind: ScopeKind,
    subject: SourceSubject,
    element: ScopePart,
  ): ReportScopeRow {
    const candidates = this.#byKind.get(this.#keyOf(kind, subject)) ?? [];
    if (candidates.length === 1) return candidates[0];
    const own = candidates.find(
      ({ row: { part } }) => part !== undefined && holds(part, element),
    );
    const fallback = candidates.find(({ row }) => row.part === undefined);
    return (
      own ??
      fallback ??
      candidates[0] ??
      this.#wholeScope(kind, element) ??
      this.#add(kind, subject, {})
    );
  }

  /** The scope of what events tell: it ends by their silence, never by a report. */
  eventScopeFor(kind: ScopeKind, subject: SourceSubject): ReportScopeRow {
    return this.#add(kind, subject, {
      part: kind === 'alert' ? undefined : EVENTS,
      closesBy: 'quiet',
    });
  }

  /** A constraint speaks for all objects of its cluster at once. */
  #wholeScope(kind: ScopeKind, { id }: ScopePart): ReportScopeRow | undefined {
    const whole = [...this.#scopes.values()].find(
      ({ row }) =>
        row.kind === kind && row.part !== undefined && row.part === id,
    );
    return kind === 'policy' ? whole : undefined;
  }

  all(): ReportScopeRow[] {
    return [...this.#scopes.values()];
  }

  #keyOf(kind: ScopeKind, subject: SourceSubject): string {
    const { id } = storedSubject(subject);
    return `${kind} ${id} ${this.#options.digestOf(subject)}`;
  }

  #add(
    kind: ScopeKind,
    subject: SourceSubject,
    { part, closesBy = 'absence' }: { part?: string; closesBy?: string },
  ): ReportScopeRow {
    const { sourceId, report, reportId, at, ofBuild, digestOf } = this.#options;
    const subjectId = storedSubject(subject).id;
    const digest = digestOf(subject);
    const id = scopeId({ subjectId, source: sourceId, kind, part, digest });
    const known = this.#scopes.get(id);
    if (known) return known;
    const scope: ReportScopeRow = {
      row: {
        id,
        source: sourceId,
        tool_name: report.tool.name,
        kind,
        subject_id: subjectId,
        part,
        digest,
        of_build: ofBuild,
        built: false,
        running: false,
        live: true,
        closes_by: closesBy,
        last_report_at: at,
        last_complete_at: undefined,
        emptied_at: undefined,
        last_report_id: reportId,
      },
      complete: false,
    };
    this.#scopes.set(id, scope);
    if (closesBy === 'absence') {
      const key = this.#keyOf(kind, subject);
      this.#byKind.set(key, [...(this.#byKind.get(key) ?? []), scope]);
    }
    return scope;
  }
}

/** A part names an engine (`kyverno`, or `kyverno@Pod` for what it says of pods), a container or a path. */
function holds(part: string, element: ScopePart): boolean {
  const [engine] = part.split('@');
  return (
    engine === element.engine ||
    part === element.container ||
    part === element.path ||
    element.id?.startsWith(`${engine}/`) === true
  );
}
