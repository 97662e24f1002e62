import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  alertCreatePermission,
  decisionCreatePermission,
  policySimulatePermission,
  postureReadPermission,
  reportCreatePermission,
  type Stage,
} from 'backstage-plugin-security-posture-common';
import { postureResourceRef, type PostureResource } from './postureResource';

export interface PostureAccessOptions {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  catalog: CatalogService;
}

/** Decides with the caller's own credentials, never with the backend's. */
export class PostureAccess {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #isAllowed: ReturnType<
    typeof createConditionAuthorizer<PostureResource>
  >;

  static create(options: PostureAccessOptions): PostureAccess {
    return new PostureAccess(options);
  }

  private constructor(options: PostureAccessOptions) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#isAllowed = createConditionAuthorizer(
      options.permissionsRegistry.getPermissionRuleset(postureResourceRef),
    );
  }

  /**
   * The component, if the caller may read its posture and sees it in the catalog.
   *
   * @throws NotAllowedError or NotFoundError
   */
  async readableComponent(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const decision = await this.#decide(postureReadPermission, credentials);
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError('Not allowed to read the security posture');
    }
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    if (!this.#isAllowed(decision, toResource(entity))) {
      throw new NotAllowedError(
        `Not allowed to read the security posture of '${entityRef}'`,
      );
    }
    return entity;
  }

  /**
   * Those of these components that the caller sees in the catalog and on which
   * they are granted a permission.
   */
  async grantedComponents(
    permission: ResourcePermission,
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    if (entityRefs.length === 0) return [];
    const decision = await this.#decide(permission, credentials);
    if (decision.result === AuthorizeResult.DENY) return [];
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      },
      { credentials },
    );
    return items.flatMap(entity => {
      const resource = entity && toResource(entity);
      return resource && this.#isAllowed(decision, resource)
        ? resource.entityRef
        : [];
    });
  }

  /**
   * Lets those ask for a verdict who may send reports of builds, and those who
   * may read the posture of everything that the verdict is about.
   *
   * @throws NotAllowedError or NotFoundError
   */
  async requireVerdict(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: reportCreatePermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return;
    if (entityRefs.length === 0) {
      throw new NotAllowedError(
        `Not allowed to ask about what belongs to no component; ${reportCreatePermission.name} is needed`,
      );
    }
    for (const entityRef of entityRefs) {
      await this.readableComponent(entityRef, credentials);
    }
  }

  /** @throws NotAllowedError if the caller may not try out policies */
  async requireSimulation(credentials: BackstageCredentials): Promise<void> {
    await this.#require(policySimulatePermission, credentials);
  }

  /**
   * Lets those ask the webhook who may record admission decisions.
   *
   * @throws NotAllowedError
   */
  async requireDecisions(credentials: BackstageCredentials): Promise<void> {
    await this.#require(decisionCreatePermission, credentials);
  }

  async #require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Not allowed; ${permission.name} is needed`);
    }
  }

  /**
   * Whether a permission is granted without a condition, on some components, or
   * not at all.
   */
  async extentOf(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<'everywhere' | 'somewhere' | 'nowhere'> {
    const { result } = await this.#decide(permission, credentials);
    if (result === AuthorizeResult.ALLOW) return 'everywhere';
    return result === AuthorizeResult.DENY ? 'nowhere' : 'somewhere';
  }

  async #decide(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision;
  }

  /**
   * The stages that the caller may send reports of.
   *
   * @throws NotAllowedError if there is none
   */
  async reportableStages(
    credentials: BackstageCredentials,
  ): Promise<Set<Stage>> {
    const needed = [
      ['build', reportCreatePermission],
      ['deploy', decisionCreatePermission],
      ['runtime', alertCreatePermission],
    ] as const;
    const decisions = await this.#permissions.authorize(
      needed.map(([, permission]) => ({ permission })),
      { credentials },
    );
    const stages = needed.flatMap(([stage], index) =>
      decisions[index].result === AuthorizeResult.ALLOW ? [stage] : [],
    );
    if (stages.length === 0) {
      throw new NotAllowedError(
        `Not allowed to send reports; one of ${needed
          .map(([, { name }]) => name)
          .join(', ')} is needed`,
      );
    }
    return new Set(stages);
  }
}

export function toResource(entity: Entity): PostureResource {
  return {
    entityRef: stringifyEntityRef(entity),
    ownerRefs: (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef),
  };
}
