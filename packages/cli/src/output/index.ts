export { createPaint, wantsColour, type Paint } from './paint';
export { plain, toJson } from './plain';
export { receiptLines } from './receiptLines';
export { toSarif } from './sarif';
export { verdictMarkdown } from './verdictMarkdown';
export { verdictTable } from './verdictTable';
export { appendJobSummary, writeOutput } from './writeOutput';
