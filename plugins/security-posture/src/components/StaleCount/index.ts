export { StaleCount } from './StaleCount';
