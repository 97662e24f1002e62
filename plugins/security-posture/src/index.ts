/**
 * The Security tab and overview card of a catalog component.
 *
 * @packageDocumentation
 */
export { securityPosturePlugin as default } from './plugin';
export { securityPostureApiRef } from './api';
export { securityPostureTranslationRef } from './translation';
