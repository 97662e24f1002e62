import type {
  SourceImage,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import {
  isLayer,
  isSize,
  readImageConfiguration,
} from '../../model/imageConfiguration';
import { systemFamily } from '../../model/systemFamily';
import { decodePayload } from '../intoto/payload';
import type { GrypeReport } from './schema';

/** What a scan of an image tells of the image itself. */
export function readImageSettings(
  { source, distro }: GrypeReport,
  subject: SourceSubject,
): SourceImage | undefined {
  const target = source?.target;
  if (target === undefined || typeof target === 'string') return undefined;
  const { imageSize: size, layers, config } = target;
  const configuration =
    config === undefined ? undefined : decodePayload(config);
  const digests = layers.flatMap(layer => layer?.digest ?? []).filter(isLayer);
  const image: Omit<SourceImage, 'subject'> = {
    ...(configuration &&
      'value' in configuration &&
      readImageConfiguration(configuration.value, digests)),
    ...(distro?.name && {
      os: {
        family: systemFamily(distro.name),
        ...(distro.version && { version: distro.version }),
      },
    }),
    ...(isSize(size) && { sizeBytes: size }),
  };
  return Object.keys(image).length > 0 ? { subject, ...image } : undefined;
}
