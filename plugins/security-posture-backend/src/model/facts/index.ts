export * from './attackerTools';
export * from './componentFacts';
export {
  annotationMap,
  podContainers,
  podSettings,
  type PodContainer,
  type PodSettings,
} from './podConfiguration';
