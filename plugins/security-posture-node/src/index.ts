/**
 * Contracts for modules that extend the Security Posture backend.
 *
 * @packageDocumentation
 */
export * from './extensionPoint';
export * from './model';
export * from './normalise';
export * from './ReportBuilder';
export * from './Source';
