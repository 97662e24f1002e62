export { knowledgeOf, type Knowledge } from './knowledge';
