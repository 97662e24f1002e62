import type {
  SourceFinding,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { fingerprint } from '../model/fingerprint';
import { storedSubject } from '../model/subject';
import type { Row } from '../store/tables';

type Kind = SourceFinding['kind'] | 'alert' | 'decision';

interface Scope {
  row: Row<'scopes'> & { id: string };
  complete: boolean;
}

/**
 * The scopes of one report: those that its source declared, and an incomplete
 * one for whatever else it shows.
 */
export class ScopeIndex {
  readonly #scopes = new Map<string, Scope>();
  readonly #byKind = new Map<string, Scope[]>();
  readonly #source: string;
  readonly #at: string;

  static of(source: string, report: SourceReport, at: string): ScopeIndex {
    return new ScopeIndex(source, report, at);
  }

  private constructor(source: string, report: SourceReport, at: string) {
    this.#source = source;
    this.#at = at;
    for (const { kind, subject, part, complete } of report.scopes) {
      const scope = this.#add(kind, storedSubject(subject).id, part);
      scope.complete = complete;
    }
  }

  /** The scope that a finding or decision of the report falls into. */
  idFor(
    kind: Kind,
    subjectId: string,
    element: {
      id?: string;
      engine?: string;
      container?: string;
      path?: string;
    },
  ): string {
    const candidates = this.#byKind.get(`${kind} ${subjectId}`) ?? [];
    const own = candidates.find(
      ({ row: { part } }) =>
        part !== undefined &&
        (part === element.engine ||
          part === element.container ||
          part === element.path ||
          element.id?.startsWith(`${part}/`)),
    );
    const fallback = candidates.find(({ row }) => row.part === undefined);
    const scope =
      own ?? fallback ?? candidates[0] ?? this.#add(kind, subjectId);
    return scope.row.id;
  }

  rows(): Row<'scopes'>[] {
    return [...this.#scopes.values()].map(({ row }) => row);
  }

  completeIds(kinds: 'findings' | 'decisions'): string[] {
    return [...this.#scopes.values()]
      .filter(
        ({ complete, row }) =>
          complete && (row.kind === 'decision') === (kinds === 'decisions'),
      )
      .map(({ row }) => row.id);
  }

  #add(kind: Kind, subjectId: string, part?: string): Scope {
    const id = fingerprint('scope', this.#source, kind, subjectId, part ?? '');
    const known = this.#scopes.get(id);
    if (known) return known;
    const scope: Scope = {
      row: {
        id,
        source: this.#source,
        kind,
        subject_id: subjectId,
        part,
        last_report_at: this.#at,
      },
      complete: false,
    };
    this.#scopes.set(id, scope);
    const key = `${kind} ${subjectId}`;
    this.#byKind.set(key, [...(this.#byKind.get(key) ?? []), scope]);
    return scope;
  }
}
