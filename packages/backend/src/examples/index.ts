export { examplesPlugin as default } from './plugin';
