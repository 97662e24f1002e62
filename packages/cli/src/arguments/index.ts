export { help } from './help';
export {
  parseArguments,
  type Environment,
  type Request,
} from './parseArguments';
export type { OutputFormat, Settings } from './settings';
