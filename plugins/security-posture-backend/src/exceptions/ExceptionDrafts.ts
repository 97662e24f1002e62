import type { ExceptionRequest } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { findSystems } from '../store/readModels/findExceptionComponents';
import type { FindingPlace } from '../store/readModels/findFindingPlace';
import {
  draftException,
  type ExceptionDraft,
  type ExceptionRules,
} from './draftException';

export interface ExceptionDraftsOptions {
  knex: Knex;
  rules: ExceptionRules;
  now?: () => Date;
}

/** Reads requests for exceptions by the rules of the organisation. */
export class ExceptionDrafts {
  readonly #options: ExceptionDraftsOptions;

  static create(options: ExceptionDraftsOptions): ExceptionDrafts {
    return new ExceptionDrafts(options);
  }

  private constructor(options: ExceptionDraftsOptions) {
    this.#options = options;
  }

  /** @throws InputError that names the field and what was expected */
  async draft(
    request: ExceptionRequest,
    finding: FindingPlace | undefined,
  ): Promise<ExceptionDraft> {
    const { knex, rules, now } = this.#options;
    const systemRefs = finding
      ? await findSystems(knex, finding.entityRefs)
      : [];
    return draftException(
      request,
      finding && { ...finding, systemRefs },
      rules,
      now?.() ?? new Date(),
    );
  }
}
