import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  ReportQuery,
  ReportsResponse,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { Source } from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type { CatalogIndex } from '../mapping';
import { toolName } from '../model/toolName';
import { lockBody } from '../store/operations/lockBody';
import { findReceipts } from '../store/readModels/findReceipts';
import { decodeBody, type DecodeLimits, type Unwrapped } from './decode';
import { ownArtifacts } from './ownArtifacts';
import { duplicateOf } from './receipt';
import { recognise } from './recognise';
import { storeReport } from './storeReport';

export interface ReportIngestorOptions {
  knex: Knex;
  sources: readonly Source[];
  catalog: CatalogIndex;
  limits: DecodeLimits;
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

/** Takes in bodies: recognise, parse, map, reconcile, all or nothing. */
export class ReportIngestor {
  readonly #options: ReportIngestorOptions;

  static create(options: ReportIngestorOptions): ReportIngestor {
    return new ReportIngestor(options);
  }

  private constructor(options: ReportIngestorOptions) {
    this.#options = options;
  }

  async ingest({
    body,
    query,
    sender,
    stages,
  }: Delivery): Promise<ReportsResponse> {
    const { knex, sources, catalog, limits, logger } = this.#options;
    const receivedAt = this.#options.now?.() ?? new Date();
    const index = await catalog.get();
    const target = await this.#checkedQuery(query);
    const bodyHash = hashOf(body, query);

    const decoded = decodeBody(body, {
      limits,
      isDocument: value => sources.some(source => source.recognise(value)),
    });
    const { recognised, unrecognised } = recognise(sources, decoded.documents);
    for (const { source } of recognised) {
      if (!stages.has(source.stage)) {
        throw new NotAllowedError(
          `Not allowed to send ${source.stage} reports such as those of ${source.title}`,
        );
      }
    }

    const reports = await knex.transaction(async tx => {
      await lockBody(tx, bodyHash);
      const known = await findReceipts(tx, bodyHash);
      if (known.length > 0) return known.map(duplicateOf);
      const parsed = recognised.flatMap(({ source, documents }) =>
        source
          .parse(documents, {
            scanners: target.scanners?.filter(kind => kind !== 'alert'),
            minSeverity: target.minSeverity,
            cluster: target.cluster,
            receivedAt,
          })
          .map(report => ({
            source,
            report: ownArtifacts(
              {
                ...report,
                tool: { ...report.tool, name: toolName(report.tool.name) },
              },
              target.entityRef,
            ),
          })),
      );
      noteUnread(parsed[0]?.report, decoded, unrecognised);
      const receipts = [];
      for (const [position, { source, report }] of parsed.entries()) {
        receipts.push(
          await storeReport(tx, index, {
            source,
            report,
            query: target,
            bodyHash,
            position,
            sender,
            receivedAt,
          }),
        );
      }
      return receipts;
    });
    for (const { id, format, duplicate, unmapped, skippedTotal } of reports) {
      logger.info('Report stored', {
        id,
        format,
        duplicate,
        unmapped,
        skippedTotal,
      });
    }
    return { reports };
  }

  /** Entity references in full form, of entities that exist. */
  async #checkedQuery(query: ReportQuery): Promise<ReportQuery> {
    if (!query.entityRef) return query;
    const { catalog } = this.#options;
    const entityRef = query.entityRef.map(fullEntityRef);
    const isKnown = (known: Set<string>) =>
      entityRef.every(ref => known.has(ref));
    const index = await catalog.get();
    if (!isKnown(index.entityRefs)) {
      const { entityRefs } = await catalog.reload();
      const missing = entityRef.find(ref => !entityRefs.has(ref));
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
    throw new NotFoundError(
      `entityRef: '${text}' is not of the form kind:namespace/name`,
    );
  }
  const [, kind = 'component', namespace = 'default', name] = match;
  return `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
}

/** What makes a body the same delivery: its bytes, and what was said beside them. */
function hashOf(body: Buffer, query: ReportQuery): string {
  const { entityRef, scanners, minSeverity, cluster, branch } = query;
  return createHash('sha256')
    .update(body)
    .update(JSON.stringify([entityRef, scanners, minSeverity, cluster, branch]))
    .digest('hex');
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
