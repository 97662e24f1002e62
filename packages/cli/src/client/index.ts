export type { Receipt, ReportsAnswer } from './answers';
export { PostureClient } from './PostureClient';
export { isReadableByOthers, pluginUrl } from './pluginUrl';
