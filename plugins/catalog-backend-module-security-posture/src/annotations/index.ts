export { annotationsOf } from './annotationsOf';
export { readAnnotations, type Claim } from './readAnnotations';
