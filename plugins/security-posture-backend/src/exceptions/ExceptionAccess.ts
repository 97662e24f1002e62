import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  exceptionApprovePermission,
  exceptionRequestPermission,
  findingTriagePermission,
  postureReadPermission,
  type Exception,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type { PostureAccess, ReadableComponents } from '../authorization';
import { findException } from '../store/readModels/findException';
import { findExceptionComponents } from '../store/readModels/findExceptionComponents';
import { concerns } from '../store/readModels/findExceptions';
import {
  findFindingPlace,
  type FindingPlace,
} from '../store/readModels/findFindingPlace';
import type { ExceptionDraft } from './draftException';

export interface ExceptionAccessOptions {
  knex: Knex;
  access: PostureAccess;
  readable: ReadableComponents;
}

const needed: Record<Exception['scope']['kind'], string> = {
  finding: 'on every component that it belongs to',
  image: 'on every component that it belongs to',
  component: 'on it',
  system: 'on every component of it',
  everywhere: 'without a condition',
};

/** Decides who may see, triage, ask for and decide what, with the caller's own credentials. */
export class ExceptionAccess {
  readonly #options: ExceptionAccessOptions;

  static create(options: ExceptionAccessOptions): ExceptionAccess {
    return new ExceptionAccess(options);
  }

  private constructor(options: ExceptionAccessOptions) {
    this.#options = options;
  }

  /**
   * A finding of a component that the caller may read.
   *
   * @throws NotFoundError, also if it is there and the caller may not see it
   */
  async readableFinding(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<FindingPlace> {
    const place = await findFindingPlace(this.#options.knex, id);
    if (
      !place ||
      !(await this.#isGrantedOnAny(
        postureReadPermission,
        place.entityRefs,
        credentials,
      ))
    ) {
      throw new NotFoundError(`No finding '${id}'`);
    }
    return place;
  }

  /**
   * The component on behalf of which the caller may triage a finding; undefined
   * if no component claims it.
   *
   * @throws NotAllowedError
   */
  async requireTriage(
    { entityRefs }: FindingPlace,
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    const { access } = this.#options;
    const [entityRef] = await access.grantedComponents(
      findingTriagePermission,
      entityRefs,
      credentials,
    );
    if (entityRef) return entityRef;
    if (
      entityRefs.length > 0 ||
      (await access.extentOf(findingTriagePermission, credentials)) !==
        'everywhere'
    ) {
      throw notAllowed('triage findings', entityRefs);
    }
    return undefined;
  }

  /**
   * An exception that concerns a component which the caller may read.
   *
   * @throws NotFoundError, also if it is there and the caller may not see it
   */
  async readableException(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<Exception> {
    const { knex, readable } = this.#options;
    const exception = await findException(knex, id);
    const components = await readable.of(credentials);
    if (!exception || (components && !(await concerns(knex, id, components)))) {
      throw new NotFoundError(`No exception '${id}'`);
    }
    return exception;
  }

  /** The components whose exceptions the caller may list; undefined stands for all. */
  async readableComponents(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string> | undefined> {
    return this.#options.readable.of(credentials);
  }

  /**
   * Anyone who may ask for something may ask for it everywhere: approving takes
   * more.
   *
   * @throws NotAllowedError, or NotFoundError if there is nothing to ask for
   */
  async requireRequest(
    draft: ExceptionDraft,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { knex, access } = this.#options;
    const { kind, ref = '' } = draft.scope;
    if (kind === 'component') await access.readableComponent(ref, credentials);
    if (kind === 'everywhere') {
      const extent = await access.extentOf(
        exceptionRequestPermission,
        credentials,
      );
      if (extent === 'nowhere') throw notAllowed('ask for exceptions', []);
      return;
    }
    const entityRefs = await findExceptionComponents(knex, draft);
    if (entityRefs.length === 0 && kind !== 'finding') {
      throw new NotFoundError(`No component of ${kind} '${ref}'`);
    }
    if (
      !(await this.#isGrantedOnAny(
        exceptionRequestPermission,
        entityRefs,
        credentials,
      ))
    ) {
      throw notAllowed('ask for exceptions', entityRefs);
    }
  }

  /** @throws NotAllowedError */
  async requireDecision(
    exception: Exception,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (await this.#mayDecide(exception, credentials)) return;
    const { kind, ref } = exception.scope;
    throw new NotAllowedError(
      `Not allowed to decide on exceptions of ${
        ref ? `${kind} '${ref}'` : `scope '${kind}'`
      }; ${exceptionApprovePermission.name} is needed ${needed[kind]}`,
    );
  }

  /** People may always take back what they asked for. @throws NotAllowedError */
  async requireRevocation(
    exception: Exception,
    by: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (exception.requestedBy !== by) {
      await this.requireDecision(exception, credentials);
    }
  }

  /** Whoever may ask or decide may have a say. @throws NotAllowedError */
  async requireComment(
    exception: Exception,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (await this.#mayDecide(exception, credentials)) return;
    await this.requireRequest(exception, credentials);
  }

  async #mayDecide(
    exception: Exception,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { knex, access } = this.#options;
    const permission = exceptionApprovePermission;
    const entityRefs = await findExceptionComponents(knex, exception);
    if (entityRefs.length === 0) {
      return (await access.extentOf(permission, credentials)) === 'everywhere';
    }
    // One of several owners must not silence a finding for the others.
    const granted = await access.grantedComponents(
      permission,
      entityRefs,
      credentials,
    );
    return granted.length === entityRefs.length;
  }

  /** Where there is no component to decide by, only an unconditional grant counts. */
  async #isGrantedOnAny(
    permission: ResourcePermission,
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { access } = this.#options;
    if (entityRefs.length === 0) {
      return (await access.extentOf(permission, credentials)) === 'everywhere';
    }
    const granted = await access.grantedComponents(
      permission,
      entityRefs,
      credentials,
    );
    return granted.length > 0;
  }
}

function notAllowed(what: string, entityRefs: string[]): NotAllowedError {
  const where = entityRefs.length > 0 ? ` of ${entityRefs.join(', ')}` : '';
  return new NotAllowedError(`Not allowed to ${what}${where}`);
}
