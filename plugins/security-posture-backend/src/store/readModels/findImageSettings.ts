import type { Knex } from 'knex';
import type { ImageSettings } from '../../model/facts';
import { artifactKey, ofArtifacts, type ArtifactRef } from './ofArtifacts';

/** What is known of an image itself. */
export interface KnownImage extends ImageSettings {
  /** Digests of the layers that came with the base image; empty: unknown. */
  baseLayers: string[];
}

/**
 * What reports tell of these images, by subject and digest with a blank between.
 * Each field is as the newest source has it that knows it. What no report tells
 * of has no entry.
 */
export async function findImageSettings(
  knex: Knex,
  artifacts: ArtifactRef[],
): Promise<Map<string, KnownImage>> {
  const rows: { subject_id: string; digest: string; settings: string }[] =
    await ofArtifacts(knex, 'image_settings', artifacts)
      .orderBy([
        { column: 'told_at', order: 'asc' },
        // One order of two that are equally old, on every engine.
        { column: 'source', order: 'desc' },
      ])
      .select('subject_id', 'digest', 'settings');
  const images = new Map<string, KnownImage>();
  for (const { subject_id: subjectId, digest, settings } of rows) {
    const key = artifactKey({ subjectId, digest });
    const told: Partial<KnownImage> = JSON.parse(settings);
    images.set(key, joined(images.get(key), told));
  }
  return images;
}

/** What several reports told of one image, oldest first, as one. */
export function imageOf(told: Partial<KnownImage>[]): KnownImage | undefined {
  return told.reduce<KnownImage | undefined>(joined, undefined);
}

function joined(
  known: KnownImage = { baseLayers: [] },
  newer: Partial<KnownImage>,
): KnownImage {
  return {
    ...known,
    ...newer,
    os: systemOf(known.os, newer.os),
    baseLayers: newer.baseLayers ?? known.baseLayers,
  };
}

// That a release is at its end is known to few sources, and stays true; it is of
// use only for the system that it was said of.
function systemOf(
  known: ImageSettings['os'],
  newer: ImageSettings['os'],
): ImageSettings['os'] {
  return known && newer && known.family === newer.family
    ? { ...known, ...newer }
    : newer ?? known;
}
