import type {
  ElementCounts,
  ElementKind,
  SkippedElement,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod';
import type { SourceReport, SourceSubject } from './model';

/** Only so many skipped elements are listed; all are counted. */
const MAX_LISTED = 100;

/** @public */
export interface ReportBuilderOptions {
  tool: { name: string; version?: string };
  subject: SourceSubject;
  generatedAt?: string;
  commit?: string;
  branch?: string;
}

/**
 * Collects what a source reads and keeps the books: every element is counted
 * as read, and either kept or skipped with a path and a reason.
 *
 * @public
 */
export class ReportBuilder {
  readonly #report: SourceReport;

  constructor(options: ReportBuilderOptions) {
    const { tool, subject, generatedAt, commit, branch } = options;
    this.#report = {
      tool,
      subject,
      generatedAt,
      commit,
      branch,
      scopes: [],
      findings: [],
      decisions: [],
      alerts: [],
      workloads: [],
      packages: [],
      passes: [],
      attestations: [],
      vexStatements: [],
      sensorEvents: [],
      read: {},
      skipped: [],
      skippedByKind: {},
      skippedTotal: 0,
      warnings: [],
    };
  }

  /** The report so far; sources push what they keep onto its lists. */
  get report(): SourceReport {
    return this.#report;
  }

  /** Counts one element of the tool as read. */
  count(kind: ElementKind, amount: number = 1): void {
    const { read } = this.#report;
    read[kind] = (read[kind] ?? 0) + amount;
  }

  /** Leaves out an element that was counted as read. */
  skip(kind: ElementKind, path: string, reason: string): void {
    const report = this.#report;
    add(report.skippedByKind, kind);
    report.skippedTotal += 1;
    if (report.skipped.length < MAX_LISTED) {
      const entry: SkippedElement = { path, kind, reason: clip(reason) };
      report.skipped.push(entry);
    }
  }

  /** Notes something that the sender should know once. */
  warn(message: string): void {
    const { warnings } = this.#report;
    if (warnings.length < MAX_LISTED && !warnings.includes(message)) {
      warnings.push(message);
    }
  }

  /**
   * Counts the elements of a list, validates each alone and hands the valid
   * ones on, so that one bad element never costs the rest. A list that is
   * absent or null is empty; anything else that is no list is one skipped element.
   *
   * `keep` may return a reason to skip the element after all.
   */
  each<S extends z.ZodType>(
    kind: ElementKind,
    list: unknown,
    path: string,
    schema: S,
    keep: (element: z.infer<S>, path: string) => string | void,
  ): void {
    if (list === undefined || list === null) return;
    if (!Array.isArray(list)) {
      this.count(kind);
      this.skip(kind, path, `expected a list, got ${typeName(list)}`);
      return;
    }
    for (let index = 0; index < list.length; index += 1) {
      this.one(kind, list[index], `${path}[${index}]`, schema, keep);
    }
  }

  /** As `each`, for one element. */
  one<S extends z.ZodType>(
    kind: ElementKind,
    element: unknown,
    path: string,
    schema: S,
    keep: (element: z.infer<S>, path: string) => string | void,
  ): void {
    this.count(kind);
    const parsed = compiled(schema).safeParse(element);
    if (!parsed.success) {
      this.skip(kind, path, explain(parsed.error));
      return;
    }
    const reason = keep(parsed.data, path);
    if (reason) this.skip(kind, path, reason);
  }
}

interface CompiledSchemas {
  get<S extends z.ZodType>(schema: S): S | undefined;
  set<S extends z.ZodType>(schema: S, compiled: S): unknown;
}

const cache = new WeakMap();
const compiledSchemas: CompiledSchemas = cache;

/** Elements are many, so their schemas are worth compiling, each once. */
function compiled<S extends z.ZodType>(schema: S): S {
  const known = compiledSchemas.get(schema);
  if (known) return known;
  const made = z.compile(schema);
  compiledSchemas.set(schema, made);
  return made;
}

function add(counts: Partial<ElementCounts>, kind: ElementKind): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `${typeof value}`;
}

function clip(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

/** `PkgName: expected string` for the first issues of a validation error. */
function explain(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(issue => {
      const at = issue.path.map(String).join('.');
      return at === '' ? issue.message : `${at}: ${issue.message}`;
    })
    .join('; ');
}
