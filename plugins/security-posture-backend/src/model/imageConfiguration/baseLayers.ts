import type { ImageConfiguration } from './schema';

type History = ImageConfiguration['history'];

/** `CMD` and `ENTRYPOINT` as Docker, BuildKit and Buildah note them. */
const START = /^(?:\/bin\/sh -c #\(nop\)\s+)?(?:CMD|ENTRYPOINT)\b/;

/** No image has more: file systems stop at 127 layers. */
const MOST_STEPS = 2000;

/**
 * Guesses which layers came with the base image, for no image says so. A base
 * image mostly ends by saying what it starts, in a step that adds no layer. So
 * the last such step that a layer follows is taken for its end. The steps after
 * the last layer are the image's own.
 *
 * @param layers - digests of all layers, the lowest first
 * @returns undefined if there is no such step, or the history does not fit the layers
 */
export function baseLayersOf(
  history: History,
  layers: string[],
): string[] | undefined {
  if (history.length === 0 || history.length > MOST_STEPS) return undefined;
  const adding = history.map(step => step?.empty_layer !== true);
  if (adding.filter(Boolean).length !== layers.length) return undefined;
  const below = history.slice(0, adding.lastIndexOf(true));
  const end = below.findLastIndex(
    step => step?.empty_layer && START.test(step.created_by ?? ''),
  );
  const count = adding.slice(0, Math.max(end, 0)).filter(Boolean).length;
  return count > 0 ? layers.slice(0, count) : undefined;
}
