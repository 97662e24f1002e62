export { defaultExceptionRules, type ExceptionRules } from './draftException';
export { ExceptionAccess } from './ExceptionAccess';
export { ExceptionDrafts } from './ExceptionDrafts';
export { ExceptionService, type Decision } from './ExceptionService';
export { startExceptions } from './startExceptions';
export { TriageService } from './TriageService';
