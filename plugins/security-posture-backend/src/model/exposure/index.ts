export { clusterObject, type ClusterObject } from './clusterObject';
export {
  exposuresOf,
  type ExposedBy,
  type WorkloadExposure,
} from './exposuresOf';
export {
  exposureLevels,
  exposureOfImage,
  highestExposure,
  isExposed,
  type Exposure,
} from './levels';
