import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { plainText } from 'backstage-plugin-security-posture-node';
import { annotationsOf, readAnnotations, type Claim } from './annotations';
import { unmatchedClaims, type ClaimChecker } from './claims';
import { copyAnnotations, type CopyRule } from './copy';
import { isReadKind } from './readKinds';
import { withWarnings } from './withWarnings';

export interface SecurityPostureProcessorOptions {
  copy: CopyRule[];
  checker: ClaimChecker;
  now?: () => number;
}

/**
 * Fills in the annotations of Security Posture before an entity is validated,
 * and warns about them afterwards, when all processors had their say.
 */
export class SecurityPostureProcessor implements CatalogProcessor {
  readonly #copy: CopyRule[];
  readonly #checker: ClaimChecker;
  readonly #now: () => number;

  static create(
    options: SecurityPostureProcessorOptions,
  ): SecurityPostureProcessor {
    return new SecurityPostureProcessor(options);
  }

  private constructor(options: SecurityPostureProcessorOptions) {
    this.#copy = options.copy;
    this.#checker = options.checker;
    this.#now = options.now ?? Date.now;
  }

  getProcessorName(): string {
    return 'SecurityPostureProcessor';
  }

  /** After the processors of the default priority, whose annotations templates may name. */
  getPriority(): number {
    return 30;
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    return copyAnnotations(entity, this.#copy);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const annotations = isReadKind(entity.kind)
      ? annotationsOf(entity)
      : undefined;
    if (!annotations) return entity;
    const { claims, warnings } = readAnnotations(annotations);
    return withWarnings(entity, [
      ...warnings,
      ...(await this.#unmatched(entity, claims, cache)),
    ]);
  }

  async #unmatched(
    entity: Entity,
    claims: Claim[],
    cache: CatalogProcessorCache,
  ): Promise<string[]> {
    if (claims.length === 0) return [];
    const unmatched = await unmatchedClaims({
      entityRef: stringifyEntityRef(entity),
      cache,
      checker: this.#checker,
      now: this.#now(),
    });
    return claims
      .filter(({ annotation, element }) =>
        unmatched.has(`${annotation}=${element}`),
      )
      .map(
        ({ annotation, element, noun }) =>
          `${annotation}: "${plainText(
            element,
            100,
          )}" matches no ${noun} that Security Posture has a report of`,
      );
  }
}
