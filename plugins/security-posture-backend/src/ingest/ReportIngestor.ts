import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  ReportQuery,
  ReportReceipt,
  ReportsResponse,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { Source } from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { createHash, randomUUID } from 'node:crypto';
import { followExposure } from '../intel/followExposure';
import { learnIntel } from '../intel/learnIntel';
import type { CatalogIndex } from '../mapping';
import { toolName } from '../model/toolName';
import { inTransaction } from '../store/inTransaction';
import { lockBody } from '../store/operations/lockBody';
import { touchReports } from '../store/operations/touchReports';
import { findReceipts } from '../store/readModels/findReceipts';
import { decodeBody, type DecodeLimits, type Unwrapped } from './decode';
import type { FollowUpRules } from './followUp';
import { learnAliases } from './learnAliases';
import { ownArtifacts } from './ownArtifacts';
import {
  prepareReports,
  type DeliveryFacts,
  type ParsedReport,
  type PreparedReport,
} from './preparedReport';
import { duplicateOf } from './receipt';
import { recognise, wholeDocument } from './recognise';
import { storeReports, type StoredReports } from './storeReports';

export interface ReportIngestorOptions {
  knex: Knex;
  sources: readonly Source[];
  catalog: Pick<CatalogIndex, 'get' | 'reload'>;
  limits: DecodeLimits;
  rules: FollowUpRules;
  logger: LoggerService;
  now?: () => Date;
}

export interface Delivery {
  body: Buffer;
  query: ReportQuery;
  /** Who sent it, for the record. */
  sender: string;
  /** The stages that the sender may report on. */
  stages: Set<Stage>;
}

/** Reports that arrive otherwise than in a body. */
export interface ToldReports {
  taken: number;
  deliveries: { sender: string; parsed: ParsedReport[] }[];
}

/** Takes in bodies: recognise, parse, map, reconcile, all or nothing. */
export class ReportIngestor {
  readonly #options: ReportIngestorOptions;

  static create(options: ReportIngestorOptions): ReportIngestor {
    return new ReportIngestor(options);
  }

  private constructor(options: ReportIngestorOptions) {
    this.#options = options;
  }

  async ingest(delivery: Delivery): Promise<ReportsResponse> {
    const { knex, logger } = this.#options;
    const receivedAt = this.#options.now?.() ?? new Date();
    const query = await this.#checkedQuery(delivery.query);
    const facts: DeliveryFacts = {
      query,
      bodyHash: hashOf(delivery.body, query),
      sender: delivery.sender,
      receivedAt,
    };
    // A body that was sent before is not even read.
    const duplicates = await this.#repeat(knex, facts, delivery.stages);
    if (duplicates) return { reports: duplicates };

    const reports = prepareReports(this.#read(delivery, facts), facts);
    await this.#learn(reports, facts);
    const stored = await this.#store(reports, facts, delivery.stages);
    await followExposure(
      knex,
      stored.workloadIds,
      this.#options.rules.deadlines,
    );
    for (const receipt of stored.receipts) {
      const { id, format, duplicate, unmapped, skippedTotal } = receipt;
      logger.debug('Report stored', {
        id,
        format,
        duplicate,
        unmapped,
        skippedTotal,
      });
    }
    return { reports: stored.receipts };
  }

  /**
   * Stores what is told in the same transaction that tells it, so that it is
   * stored exactly once.
   *
   * @returns how much `tell` took
   */
  async take(
    tell: (tx: Knex.Transaction) => Promise<ToldReports>,
  ): Promise<number> {
    const { knex, catalog, rules } = this.#options;
    const receivedAt = this.#options.now?.() ?? new Date();
    const index = await catalog.get();
    const workloadIds: string[] = [];
    const taken = await inTransaction(knex, async tx => {
      const told = await tell(tx);
      workloadIds.length = 0;
      for (const { sender, parsed } of told.deliveries) {
        const facts: DeliveryFacts = {
          query: {},
          bodyHash: randomUUID(),
          sender,
          receivedAt,
        };
        const reports = prepareReports(parsed, facts);
        const stored = await storeReports(tx, index, reports, facts, rules);
        workloadIds.push(...stored.workloadIds);
      }
      return told.taken;
    });
    await followExposure(knex, workloadIds, rules.deadlines);
    return taken;
  }

  /** The answers that a body was given before, if it tells nothing new. */
  async #repeat(
    knex: Knex,
    { bodyHash, receivedAt }: DeliveryFacts,
    stages: Set<Stage>,
  ): Promise<ReportReceipt[] | undefined> {
    const kept = await findReceipts(knex, bodyHash);
    if (kept.length === 0) return undefined;
    for (const { stage, receipt } of kept) {
      requireStage(stages, stage, receipt.format);
    }
    const timeless = kept.filter(({ isTimeless }) => isTimeless);
    if (timeless.length > 0) {
      await touchReports(
        knex,
        timeless.map(({ receipt }) => receipt.id),
        receivedAt.toISOString(),
      );
    }
    return kept.map(({ receipt }) => duplicateOf(receipt));
  }

  /** The reports in a body, as their sources read them. */
  #read(
    { body, stages }: Delivery,
    { query, receivedAt }: DeliveryFacts,
  ): ParsedReport[] {
    const { sources, limits } = this.#options;
    const decoded = decodeBody(body, {
      limits,
      isDocument: wholeDocument(sources, query.format),
    });
    const { recognised, unrecognised } = recognise(
      sources,
      decoded.documents,
      query.format,
    );
    for (const { source } of recognised) {
      requireStage(stages, source.stage, source.title);
    }
    const parsed = recognised.flatMap(({ source, documents }) =>
      source
        .parse(documents, {
          scanners: query.scanners?.filter(kind => kind !== 'alert'),
          cluster: query.cluster,
          entityRefs: query.entityRef,
          receivedAt,
        })
        .map(report => {
          const tool = { ...report.tool, name: toolName(report.tool.name) };
          return {
            source,
            report: ownArtifacts({ ...report, tool }, query.entityRef),
          };
        }),
    );
    noteUnread(parsed[0]?.report, decoded, unrecognised);
    return parsed;
  }

  /** What reports tell of vulnerabilities everywhere: their names, their exploitation. */
  async #learn(
    reports: PreparedReport[],
    { receivedAt }: DeliveryFacts,
  ): Promise<void> {
    const { knex, rules } = this.#options;
    const told = reports.map(({ source, at, report }) => ({
      sourceId: source.id,
      at,
      report,
      findings: report.findings,
    }));
    await learnAliases(knex, told, receivedAt, rules.deadlines);
    await learnIntel(knex, told, rules.deadlines);
  }

  async #store(
    reports: PreparedReport[],
    facts: DeliveryFacts,
    stages: Set<Stage>,
  ): Promise<StoredReports> {
    const { knex, catalog, rules } = this.#options;
    const index = await catalog.get();
    return inTransaction(knex, async tx => {
      await lockBody(tx, facts.bodyHash);
      const receipts = await this.#repeat(tx, facts, stages);
      if (receipts) {
        return { receipts, workloadIds: [] };
      }
      return storeReports(tx, index, reports, facts, rules);
    });
  }

  /** Entity references in full form, of entities that exist. */
  async #checkedQuery(query: ReportQuery): Promise<ReportQuery> {
    if (!query.entityRef) return query;
    const { catalog } = this.#options;
    const entityRef = query.entityRef.map(fullEntityRef);
    const missingIn = (index: { has(ref: string): boolean }) =>
      entityRef.find(ref => !index.has(ref));
    if (missingIn(await catalog.get())) {
      const missing = missingIn(await catalog.reload());
      if (missing) {
        throw new NotFoundError(
          `entityRef: the catalog has no component or resource '${missing}'`,
        );
      }
    }
    return { ...query, entityRef };
  }
}

function fullEntityRef(text: string): string {
  const match = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text);
  if (!match) {
    throw new InputError(
      `entityRef: '${text}' is not of the form kind:namespace/name`,
    );
  }
  const [, kind = 'component', namespace = 'default', name] = match;
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/** What makes a body the same delivery: its bytes, and what was said beside them. */
function hashOf(body: Buffer, query: ReportQuery): string {
  const { runUrl, commit, ...rest } = query;
  return createHash('sha256')
    .update(body)
    .update(JSON.stringify(Object.entries(rest).sort()))
    .digest('hex');
}

function requireStage(stages: Set<Stage>, stage: Stage, what: string): void {
  if (!stages.has(stage)) {
    throw new NotAllowedError(
      `Not allowed to send ${stage} reports such as those of ${what}`,
    );
  }
}

/** Lines and documents that nobody could read are told with the first report. */
function noteUnread(
  report:
    | { skipped: unknown[]; skippedTotal: number; warnings: string[] }
    | undefined,
  decoded: Unwrapped,
  unrecognised: Unwrapped['documents'],
): void {
  if (!report) return;
  const skipped = [
    ...decoded.skipped,
    ...unrecognised.map(({ path }) => ({
      path,
      reason: 'a document of no supported format',
    })),
  ];
  report.skipped.push(...skipped.slice(0, 100));
  report.skippedTotal += skipped.length;
}
