import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { postureReadPermission } from 'backstage-plugin-security-posture-common';
import { toResource } from './PostureAccess';
import { principalOf } from './principalOf';
import { postureResourceRef, type PostureResource } from './postureResource';

export interface ReadableComponentsOptions {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  catalog: CatalogService;
}

/** For how long what the catalog showed to a principal is believed, in milliseconds. */
const MAX_AGE = 60_000;

/** The set of components whose posture a caller may read, for filters in SQL. */
export class ReadableComponents {
  readonly #options: ReadableComponentsOptions;
  readonly #isAllowed: ReturnType<
    typeof createConditionAuthorizer<PostureResource>
  >;
  readonly #visible = new Map<
    string,
    { at: number; resources: Promise<PostureResource[]> }
  >();

  static create(options: ReadableComponentsOptions): ReadableComponents {
    return new ReadableComponents(options);
  }

  private constructor(options: ReadableComponentsOptions) {
    this.#options = options;
    this.#isAllowed = createConditionAuthorizer(
      options.permissionsRegistry.getPermissionRuleset(postureResourceRef),
    );
  }

  /**
   * The components that the caller may read; undefined stands for all of them.
   *
   * @throws NotAllowedError if it can be none
   */
  async of(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string> | undefined> {
    const [posture, catalog] =
      await this.#options.permissions.authorizeConditional(
        [
          { permission: postureReadPermission },
          { permission: catalogEntityReadPermission },
        ],
        { credentials },
      );
    if (
      posture.result === AuthorizeResult.DENY ||
      catalog.result === AuthorizeResult.DENY
    ) {
      throw new NotAllowedError('Not allowed to read the security posture');
    }
    if (
      posture.result === AuthorizeResult.ALLOW &&
      catalog.result === AuthorizeResult.ALLOW
    ) {
      return undefined;
    }
    const visible = await this.#visibleTo(credentials);
    return new Set(
      visible
        .filter(resource => this.#isAllowed(posture, resource))
        .map(({ entityRef }) => entityRef),
    );
  }

  async #visibleTo(
    credentials: BackstageCredentials,
  ): Promise<PostureResource[]> {
    const now = Date.now();
    for (const [key, { at }] of this.#visible) {
      if (now - at > MAX_AGE) this.#visible.delete(key);
    }
    const principal = principalOf(credentials);
    const known = this.#visible.get(principal);
    if (known) return known.resources;
    const resources = this.#load(credentials);
    this.#visible.set(principal, { at: now, resources });
    resources.catch(() => this.#visible.delete(principal));
    return resources;
  }

  async #load(credentials: BackstageCredentials): Promise<PostureResource[]> {
    const resources: PostureResource[] = [];
    for await (const batch of this.#options.catalog.streamEntities(
      {
        filter: [{ kind: 'Component' }, { kind: 'Resource' }],
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      },
      { credentials },
    )) {
      resources.push(...batch.map(toResource));
    }
    return resources;
  }
}
