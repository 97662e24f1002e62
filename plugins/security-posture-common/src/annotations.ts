/**
 * Annotation of a catalog entity: the image lines that belong to it, separated
 * by commas. `*` matches any characters: `ghcr.io/acme/shop*`.
 *
 * @public
 */
export const ANNOTATION_IMAGES = 'security-posture.io/images';

/**
 * Annotation of a catalog entity: the source repositories that belong to it,
 * separated by commas, as `host/path`. `*` matches any characters.
 *
 * @public
 */
export const ANNOTATION_REPOSITORIES = 'security-posture.io/repositories';

/**
 * Annotation of a catalog entity: the workloads that belong to it, separated by
 * commas, as `cluster/namespace/kind/name`, `namespace/kind/name` or
 * `namespace/name`. `*` matches any characters within one part.
 *
 * @public
 */
export const ANNOTATION_WORKLOADS = 'security-posture.io/workloads';

/**
 * Annotation of a catalog entity: how important it is, from `1`, the most
 * important, to `5`.
 *
 * @public
 */
export const ANNOTATION_TIER = 'security-posture.io/tier';
