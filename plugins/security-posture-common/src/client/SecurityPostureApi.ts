import type {
  AlertsPage,
  AlertsQuery,
  Catalogue,
  ChecksQuery,
  ComponentHistory,
  DecisionsPage,
  DecisionsQuery,
  FindingDetail,
  FindingsPage,
  FindingsQuery,
  GateRequest,
  HistoryQuery,
  ImagesPage,
  ImagesQuery,
  JudgedChecks,
  PolicyVerdict,
  Posture,
  SimulateRequest,
  Simulation,
  TeamPosture,
  WorkloadsPage,
  WorkloadsQuery,
} from '../api';
import type { QueryInput } from './url';

/** @public */
export interface RequestOptions {
  signal?: AbortSignal;
}

/**
 * Reads the API of the Security Posture backend.
 *
 * @public
 */
export interface SecurityPostureApi {
  /** The posture of one component. Rejects with a ResponseError, 404 if the caller cannot see it. */
  getPosture(entityRef: string, options?: RequestOptions): Promise<Posture>;
  listFindings(
    entityRef: string,
    query?: QueryInput<FindingsQuery>,
    options?: RequestOptions,
  ): Promise<FindingsPage>;
  listDecisions(
    entityRef: string,
    query?: QueryInput<DecisionsQuery>,
    options?: RequestOptions,
  ): Promise<DecisionsPage>;
  listAlerts(
    entityRef: string,
    query?: QueryInput<AlertsQuery>,
    options?: RequestOptions,
  ): Promise<AlertsPage>;
  /** One finding, with the verdict of each source. */
  getFinding(id: string, options?: RequestOptions): Promise<FindingDetail>;
  /** The image digests of a component that are the newest build or run. */
  listImages(
    entityRef: string,
    query?: QueryInput<ImagesQuery>,
    options?: RequestOptions,
  ): Promise<ImagesPage>;
  /** How a component stood, day by day, oldest first. */
  getHistory(
    entityRef: string,
    query?: HistoryQuery,
    options?: RequestOptions,
  ): Promise<ComponentHistory>;
  /** The checks as they stand on a component, those that fail first. */
  listChecks(
    entityRef: string,
    query?: QueryInput<ChecksQuery>,
    options?: RequestOptions,
  ): Promise<JudgedChecks>;
  /** The workloads of a component with the risk of each, the riskiest first. */
  listWorkloads(
    entityRef: string,
    query?: QueryInput<WorkloadsQuery>,
    options?: RequestOptions,
  ): Promise<WorkloadsPage>;
  /** The catalogue of checks and features. */
  getCatalogue(options?: RequestOptions): Promise<Catalogue>;
  /** A team and its child teams, by the reference of the group. */
  getTeam(groupRef: string, options?: RequestOptions): Promise<TeamPosture>;
  /** The verdict of the policy about what is known; nothing is stored. */
  askGate(
    request: GateRequest,
    options?: RequestOptions,
  ): Promise<PolicyVerdict>;
  /** What a changed policy would fail. */
  simulatePolicy(
    request: SimulateRequest,
    options?: RequestOptions,
  ): Promise<Simulation>;
}
