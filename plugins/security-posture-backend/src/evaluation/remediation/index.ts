export {
  type AssessedComponent,
  planRemediation,
  type PlanOptions,
} from './planRemediation';
