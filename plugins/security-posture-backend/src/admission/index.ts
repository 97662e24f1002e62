export { AdmissionService, type ReviewResponse } from './AdmissionService';
export { AnswerQueue } from './AnswerQueue';
