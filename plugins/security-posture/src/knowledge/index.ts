export { knowledgeOf, type Knowledge } from './knowledge';
export { shownState, staleFindings } from './staleFindings';
export { wholePercent } from './wholePercent';
