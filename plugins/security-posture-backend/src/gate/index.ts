export { GateService } from './GateService';
