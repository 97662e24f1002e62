import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Source } from './Source';

/**
 * Adds formats to the backend.
 *
 * @public
 */
export interface SecurityPostureSourcesExtensionPoint {
  /** Adds sources. They are asked after the built-in ones. An id that is taken fails the module's start. */
  addSource(...sources: Source[]): void;
}

/** @public */
export const securityPostureSourcesExtensionPoint =
  createExtensionPoint<SecurityPostureSourcesExtensionPoint>({
    id: 'security-posture.sources',
  });
