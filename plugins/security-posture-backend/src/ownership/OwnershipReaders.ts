import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ownershipReadPermission } from 'backstage-plugin-security-posture-common';
import { principalOf, type ReadableComponents } from '../authorization';
import { OwnerDirectory } from './OwnerDirectory';

/** What a caller may see of ownership. */
export interface OwnershipReader {
  /** Components; undefined: all. */
  components: ReadonlySet<string> | undefined;
  /** Groups and users, as the catalog shows them to the caller. */
  directory: OwnerDirectory;
  /** Whether the caller may see what no component claims. */
  seesUnmapped: boolean;
}

export interface OwnershipReadersOptions {
  auth: AuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
  readable: ReadableComponents;
}

/** For how long what the catalog showed to a principal is believed, in milliseconds. */
const MAX_AGE = 60_000;

/** Stands for everybody to whom the catalog shows everything. */
const EVERYBODY = '*';

/** Finds out, with the caller's own credentials, what they may see. */
export class OwnershipReaders {
  readonly #options: OwnershipReadersOptions;
  readonly #directories = new Map<
    string,
    { at: number; directory: Promise<OwnerDirectory> }
  >();

  static create(options: OwnershipReadersOptions): OwnershipReaders {
    return new OwnershipReaders(options);
  }

  private constructor(options: OwnershipReadersOptions) {
    this.#options = options;
  }

  /** @throws NotAllowedError if the caller may see neither components nor what is unmapped */
  async of(credentials: BackstageCredentials): Promise<OwnershipReader> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: ownershipReadPermission }],
      { credentials },
    );
    const seesUnmapped = decision.result === AuthorizeResult.ALLOW;
    return {
      components: await this.#componentsOf(credentials, seesUnmapped),
      directory: await this.#directoryOf(credentials),
      seesUnmapped,
    };
  }

  /** @throws NotAllowedError if the caller may not see what no component claims */
  async ofUnmapped(
    credentials: BackstageCredentials,
  ): Promise<Pick<OwnershipReader, 'components'>> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: ownershipReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Not allowed; ${ownershipReadPermission.name} is needed`,
      );
    }
    return { components: await this.#componentsOf(credentials, true) };
  }

  async #componentsOf(
    credentials: BackstageCredentials,
    mayBeNone: boolean,
  ): Promise<ReadonlySet<string> | undefined> {
    try {
      return await this.#options.readable.of(credentials);
    } catch (error) {
      if (mayBeNone && error instanceof NotAllowedError) return new Set();
      throw error;
    }
  }

  async #directoryOf(
    credentials: BackstageCredentials,
  ): Promise<OwnerDirectory> {
    const { auth, permissions } = this.#options;
    const [{ result }] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (result === AuthorizeResult.DENY) return OwnerDirectory.of([]);
    const seesAll = result === AuthorizeResult.ALLOW;
    const principal = seesAll ? EVERYBODY : principalOf(credentials);
    const now = Date.now();
    for (const [key, { at }] of this.#directories) {
      if (now - at > MAX_AGE) this.#directories.delete(key);
    }
    const known = this.#directories.get(principal);
    if (known) return known.directory;
    const directory = this.#load(
      seesAll ? await auth.getOwnServiceCredentials() : credentials,
    );
    this.#directories.set(principal, { at: now, directory });
    directory.catch(() => this.#directories.delete(principal));
    return directory;
  }

  async #load(credentials: BackstageCredentials): Promise<OwnerDirectory> {
    const owners: Entity[] = [];
    for await (const batch of this.#options.catalog.streamEntities(
      {
        filter: [{ kind: 'Group' }, { kind: 'User' }],
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.annotations',
          'metadata.links',
          'spec.profile',
          'relations',
        ],
      },
      { credentials },
    )) {
      owners.push(...batch);
    }
    return OwnerDirectory.of(owners);
  }
}
