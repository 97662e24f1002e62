import type {
  OpenVexDocument,
  Triage,
  TriageRequest,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { openVexDocument } from '../model/openVex';
import { appendTrail } from '../store/operations/appendTrail';
import { deriveFindings } from '../store/operations/deriveFindings';
import { lockForMaintenance } from '../store/operations/lockFindings';
import { saveTriage } from '../store/operations/saveTriage';
import {
  findFindingPlace,
  type FindingPlace,
} from '../store/readModels/findFindingPlace';
import { TRIAGED } from '../store/readModels/findTriages';
import { findVexFacts } from '../store/readModels/findVexFacts';

export interface TriageServiceOptions {
  knex: Knex;
  /** Who speaks in VEX documents: the organisation. */
  author: string;
  now?: () => Date;
}

/** What people find out about findings, and the document that tells others. */
export class TriageService {
  readonly #options: TriageServiceOptions;

  static create(options: TriageServiceOptions): TriageService {
    return new TriageService(options);
  }

  private constructor(options: TriageServiceOptions) {
    this.#options = options;
  }

  /** @param entityRef - the component on behalf of which the person speaks */
  async triage(
    { id, state }: FindingPlace,
    { status, justification, comment }: TriageRequest,
    by: string,
    entityRef: string | undefined,
  ): Promise<Triage> {
    const at = this.#now();
    const now = await this.#options.knex.transaction(async tx => {
      await lockForMaintenance(tx);
      await saveTriage(tx, id, status === 'none' ? undefined : status);
      await appendTrail(tx, [
        {
          at,
          actor: by,
          action: TRIAGED,
          findingId: id,
          entityRef,
          comment,
          data: { status, justification },
        },
      ]);
      await deriveFindings(tx, [id], at);
      return findFindingPlace(tx, id);
    });
    return {
      findingId: id,
      status,
      justification,
      comment,
      by,
      at,
      state: now?.state ?? state,
    };
  }

  async exportVex(entityRef: string): Promise<OpenVexDocument> {
    const { knex, author } = this.#options;
    const timestamp = this.#now();
    const facts = await findVexFacts(knex, entityRef, timestamp);
    return openVexDocument(facts, { entityRef, author, timestamp });
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}
