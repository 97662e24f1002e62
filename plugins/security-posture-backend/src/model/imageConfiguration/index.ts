export {
  isLayer,
  isSize,
  readImageConfiguration,
  type ConfiguredImage,
} from './readImageConfiguration';
