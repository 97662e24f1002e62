import {
  RELATION_DEPENDENCY_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { ANNOTATION_TIER } from 'backstage-plugin-security-posture-common';
import { readRepository } from 'backstage-plugin-security-posture-node';

/** What the store keeps of a component, to ask it by owner and system and to judge it. */
export interface CatalogComponent {
  entityRef: string;
  ownerRef?: string;
  systemRef?: string;
  type?: string;
  lifecycle?: string;
  tags: string[];
  /** From 1, the most important, to 5. */
  tier?: number;
  /** How many entities depend on it. */
  dependents: number;
  /** `github.com/acme/shop`, in the form of the names of repositories. */
  sourceRepository?: string;
}

/** Reads an entity of the catalog, with its relations. Pure. */
export function componentOf(entity: Entity): CatalogComponent {
  const targets = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef);
  return {
    entityRef: stringifyEntityRef(entity),
    ownerRef: targets(RELATION_OWNED_BY).at(0),
    systemRef: targets(RELATION_PART_OF).at(0),
    type: textOf(entity.spec?.type),
    lifecycle: textOf(entity.spec?.lifecycle),
    tags: entity.metadata.tags ?? [],
    tier: tierOf(entity),
    dependents: new Set(targets(RELATION_DEPENDENCY_OF)).size,
    sourceRepository: repositoryOf(entity.metadata.annotations ?? {}),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The annotation wins; then the places where people keep it already. */
function tierOf({ metadata, spec }: Entity): number | undefined {
  const said = [
    metadata.annotations?.[ANNOTATION_TIER],
    spec?.tier,
    metadata.labels?.tier,
  ].map(value => /^(?:tier-?)?([1-5])$/i.exec(`${value}`.trim()));
  const tagged = (metadata.tags ?? []).map(tag => /^tier-?([1-5])$/.exec(tag));
  const [match] = [...said, ...tagged].filter(found => found !== null);
  return match && Number(match[1]);
}

/** Where the source lies: its location first, since a slug names no host of one's own. */
function repositoryOf(annotations: Record<string, string>): string | undefined {
  const location = readRepository(annotations['backstage.io/source-location']);
  if (location) return location;
  const github = annotations['github.com/project-slug'];
  if (github) return readRepository(`github.com/${github}`);
  const gitlab = annotations['gitlab.com/project-slug'];
  const host = annotations['gitlab.com/instance'] ?? 'gitlab.com';
  return gitlab ? readRepository(`${host}/${gitlab}`) : undefined;
}
