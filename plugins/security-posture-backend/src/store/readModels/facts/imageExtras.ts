import type { Knex } from 'knex';
import type { ArtifactFacts } from '../../../model/facts';
import {
  findImageSettings,
  imageOf,
  type KnownImage,
} from '../findImageSettings';
import { findPackageFacts } from '../findPackageFacts';
import { artifactKey } from '../ofArtifacts';
import { refOf, type ArtifactColumns } from './artifactColumns';

/** What is known of the inside of an artifact. */
export interface ImageExtra extends Pick<ArtifactFacts, 'image' | 'packages'> {
  /** Digests of the layers of its base image; undefined: unknown. */
  baseLayers?: string[];
}

/** What is known of the inside of artifacts, by subject and digest. */
export interface ImageExtras {
  of(subjectId: string, digest: string): ImageExtra;
}

/** Parts of artifacts that are left out where nobody reads them. */
export type OptionalPart = 'packages' | 'attestations';

/** Reads what reports told of the inside of these artifacts, as far as it is not read yet. */
export async function findImageExtras(
  knex: Knex,
  artifacts: ArtifactColumns[],
  parts: ReadonlySet<OptionalPart>,
): Promise<ImageExtras> {
  const refs = artifacts.map(refOf);
  const [images, packages] = await Promise.all([
    artifacts.every(({ settings }) => settings !== undefined)
      ? readSettings(artifacts)
      : findImageSettings(knex, refs),
    parts.has('packages') ? findPackageFacts(knex, refs) : new Map(),
  ]);
  return {
    of: (subjectId, digest) => {
      const key = artifactKey({ subjectId, digest });
      return { ...settingsOf(images.get(key)), packages: packages.get(key) };
    },
  };
}

function readSettings(artifacts: ArtifactColumns[]): Map<string, KnownImage> {
  return new Map(
    artifacts.flatMap(row => {
      const told: Partial<KnownImage>[] = JSON.parse(row.settings ?? '[]');
      const image = imageOf(told);
      return image ? [[artifactKey(refOf(row)), image] as const] : [];
    }),
  );
}

function settingsOf(known: KnownImage | undefined): ImageExtra {
  if (!known) return {};
  const { baseLayers, ...image } = known;
  return { image, baseLayers: baseLayers.length > 0 ? baseLayers : undefined };
}
