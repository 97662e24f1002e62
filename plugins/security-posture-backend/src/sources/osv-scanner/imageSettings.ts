import type {
  SourceImage,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { isLayer } from '../../model/imageConfiguration';
import { readSystem } from './readSystem';
import type { ImageMetadata } from './schema';

/**
 * What a scan of an image tells of the image itself. The first element of
 * `base_images` stands for the image, and is empty; the next is the nearest base.
 */
export function readImageSettings(
  { os, layer_metadata: layers, base_images: bases }: ImageMetadata,
  subject: SourceSubject,
): SourceImage | undefined {
  const system = os === undefined ? undefined : readSystem(os);
  const baseImages = bases
    .slice(1)
    .flatMap(candidates => candidates?.find(({ name }) => name)?.name ?? []);
  const baseLayers = layers.flatMap(layer => {
    const { base_image_index: index = 0, diff_id: digest = '' } = layer ?? {};
    return index > 0 && isLayer(digest) ? digest : [];
  });
  const image: Omit<SourceImage, 'subject'> = {
    ...(system && { os: system }),
    ...(baseImages.length > 0 && { baseImages }),
    ...(baseLayers.length > 0 && { baseLayers }),
  };
  return Object.keys(image).length > 0 ? { subject, ...image } : undefined;
}
