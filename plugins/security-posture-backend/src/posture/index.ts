export { assess, type Assessment } from './assess';
export { AssessmentService } from './AssessmentService';
export { FactsService } from './FactsService';
export { PostureService } from './PostureService';
export { TeamService } from './TeamService';
export { SimulationService } from './SimulationService';
