/**
 * The catalog processor of Security Posture: checks its annotations on
 * entities, warns about those that match nothing, and fills them in.
 *
 * @packageDocumentation
 */
export { catalogModuleSecurityPosture as default } from './module';
