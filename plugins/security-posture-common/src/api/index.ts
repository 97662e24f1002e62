export { MAX_PAGE_LIMIT, subjectSchema, type Subject } from './fields';
export * from './alerts';
export * from './decisions';
export * from './findings';
export * from './posture';
export * from './reports';
