import type { Knex } from 'knex';
import type { ArtifactFacts } from '../../../model/facts';
import { findImageSettings, type KnownImage } from '../findImageSettings';
import { findPackageFacts } from '../findPackageFacts';
import { artifactKey, type ArtifactRef } from '../ofArtifacts';

/** What is known of the inside of an artifact. */
export interface ImageExtra extends Pick<ArtifactFacts, 'image' | 'packages'> {
  /** Digests of the layers of its base image; undefined: unknown. */
  baseLayers?: string[];
}

/** What is known of the inside of artifacts, by subject and digest. */
export interface ImageExtras {
  of(subjectId: string, digest: string): ImageExtra;
}

/** Reads what reports told of the inside of these artifacts. */
export async function findImageExtras(
  knex: Knex,
  artifacts: ArtifactRef[],
  withPackages = true,
): Promise<ImageExtras> {
  const [images, packages] = await Promise.all([
    findImageSettings(knex, artifacts),
    withPackages ? findPackageFacts(knex, artifacts) : new Map(),
  ]);
  return {
    of: (subjectId, digest) => {
      const key = artifactKey({ subjectId, digest });
      return { ...settingsOf(images.get(key)), packages: packages.get(key) };
    },
  };
}

function settingsOf(known: KnownImage | undefined): ImageExtra {
  if (!known) return {};
  const { baseLayers, ...image } = known;
  return { image, baseLayers: baseLayers.length > 0 ? baseLayers : undefined };
}
