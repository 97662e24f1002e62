import { findingId } from '../model/findingId';
import type { Exploitability } from '../model/deadline';
import { evidenceRows, type EvidenceRows } from './evidenceRows';
import type { ReportScopeRow } from './scopes';

/** A finding as one element of a report shows it. */
export interface Sighting {
  subjectId: string;
  kind: string;
  /** Canonical. */
  problem: string;
  locus: string;
  firstSeenAt: string;
  lastSeenAt: string;
  /** The tool itself says that it is over. */
  resolvedAt?: string;
  /** Changes with all that the element says, but not with when. */
  contentHash: string;
  /** What the element says. Most of it was said before and is never asked for. */
  describe(): Description;
}

export interface Description {
  stage: string;
  reportedId: string;
  title: string;
  severityRank: number;
  fixable: boolean;
  suppressed: boolean;
  packageName?: string;
  packageVersion?: string;
  searchText: string;
  /** How easily and how badly a vulnerability can be used. */
  exploitability?: Exploitability;
  details: object;
}

/** Which report shows it. */
export interface ReportIdentity {
  sourceId: string;
  toolName: string;
  reportId: string;
  at: string;
}

/** That a report shows a finding in a scope, by one element or by several. */
export class Evidence {
  readonly id: string;
  readonly scope: ReportScopeRow;
  readonly #report: ReportIdentity;
  readonly #sightings: Sighting[];

  constructor(
    id: string,
    scope: ReportScopeRow,
    report: ReportIdentity,
    first: Sighting,
  ) {
    this.id = id;
    this.scope = scope;
    this.#report = report;
    this.#sightings = [first];
  }

  get scopeId(): string {
    return this.scope.row.id;
  }

  get firstSeenAt(): string {
    return this.#sightings.reduce(
      (first, { firstSeenAt }) => (firstSeenAt < first ? firstSeenAt : first),
      this.#sightings[0].firstSeenAt,
    );
  }

  get lastSeenAt(): string {
    return this.#latest().lastSeenAt;
  }

  get resolvedAt(): string | undefined {
    return this.#latest().resolvedAt;
  }

  /** Alike for the same elements in any order. */
  get contentHash(): string {
    return this.#sightings
      .map(({ contentHash }) => contentHash)
      .sort()
      .join(' ');
  }

  join(sighting: Sighting): void {
    this.#sightings.push(sighting);
  }

  rows(): EvidenceRows {
    return evidenceRows(this, this.#sightings, this.#report);
  }

  #latest(): Sighting {
    return this.#sightings.reduce((latest, sighting) =>
      sighting.lastSeenAt >= latest.lastSeenAt ? sighting : latest,
    );
  }
}

/** Collects what a report shows. Elements that mean the same finding in the same scope become one. */
export class EvidenceSet {
  readonly #report: ReportIdentity;
  readonly #evidence = new Map<string, Evidence>();

  static of(report: ReportIdentity): EvidenceSet {
    return new EvidenceSet(report);
  }

  private constructor(report: ReportIdentity) {
    this.#report = report;
  }

  add(scope: ReportScopeRow, sighting: Sighting): string {
    const id = findingId(sighting);
    const key = `${id} ${scope.row.id}`;
    const known = this.#evidence.get(key);
    if (known) known.join(sighting);
    else {
      this.#evidence.set(key, new Evidence(id, scope, this.#report, sighting));
    }
    return id;
  }

  all(): Evidence[] {
    return [...this.#evidence.values()];
  }
}

export type { EvidenceRows };
