export { ciContext, type CiContext } from './ciContext';
