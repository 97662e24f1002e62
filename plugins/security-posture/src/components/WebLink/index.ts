export { WebLink } from './WebLink';
export { webAddress } from './webAddress';
