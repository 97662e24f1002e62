/**
 * Shared model, API schemas, permissions and client of the Security Posture
 * plugins.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './client';
export * from './model';
export * from './openapi';
export * from './permissions';
