import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** Read by a function of its own, which takes anything. */
const anything = z.unknown().optional();

/**
 * The configuration of an image, as registries and all tools hand it on:
 * https://github.com/opencontainers/image-spec/blob/main/config.md
 */
export const ImageConfiguration = z.object({
  created: lenient.timestamp,
  config: lenient.part(
    z.object({
      User: anything,
      Env: anything,
      ExposedPorts: anything,
      Labels: lenient.textMap,
    }),
  ),
  history: lenient.list(
    z.object({ created_by: lenient.text, empty_layer: lenient.boolean }),
  ),
  rootfs: lenient.part(z.object({ diff_ids: lenient.texts })),
});
export type ImageConfiguration = z.infer<typeof ImageConfiguration>;
