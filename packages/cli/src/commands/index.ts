export { gate } from './gate';
export { send } from './send';
export type { Session } from './Session';
