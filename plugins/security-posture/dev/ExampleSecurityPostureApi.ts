import { ResponseError } from '@backstage/errors';
import {
  severities,
  type Alert,
  type AlertsQuery,
  type ChecksQuery,
  type ComponentWorkload,
  type Decision,
  type DecisionsQuery,
  type ExceptionsApi,
  type Finding,
  type FindingsQuery,
  type HistoryQuery,
  type QueryInput,
  type SecurityPostureApi,
  type Severity,
  type WorkloadsQuery,
} from 'backstage-plugin-security-posture-common';
import { judgedChecks } from './data/checks';
import { exampleExceptions } from './data/exceptions';
import { findingDetail } from './data/findingDetail';
import { among, queryList } from './queryList';
import { scenarios, type Scenario } from './scenarios';

const badness = (severity: Severity) => -severities.indexOf(severity);

function findingKey(row: Finding, field: string) {
  if (field === 'severity') return badness(row.severity);
  if (field === 'package') return row.package?.name ?? row.subject.name;
  if (field === 'firstSeenAt') return row.firstSeenAt;
  if (field === 'dueAt') return row.dueAt ?? '';
  return field === 'lastSeenAt' ? row.lastSeenAt : row.title;
}

function eventKey(row: Alert | Decision, field: string) {
  if (field === 'severity') return badness(row.severity);
  if (field === 'lastSeenAt') return row.lastSeenAt;
  return 'rule' in row && field === 'rule' ? row.rule ?? '' : row.id;
}

/** Answers from the scenarios, without a backend. */
export class ExampleSecurityPostureApi
  implements SecurityPostureApi, Pick<ExceptionsApi, 'getException'>
{
  async getPosture(entityRef: string) {
    const { posture } = await this.#scenario(entityRef);
    return posture ?? this.#fail(404, 'The component is not known');
  }

  async listFindings(entityRef: string, query: QueryInput<FindingsQuery> = {}) {
    const { findings: rows = [] } = await this.#scenario(entityRef);
    const keeps = (row: Finding) =>
      among(query.state, row.state) &&
      among(query.severity, row.severity) &&
      among(query.stage, row.stage) &&
      among(query.kind, row.kind) &&
      (!query.rollout?.length ||
        (row.rollout !== undefined && among(query.rollout, row.rollout))) &&
      (!query.fixable || row.fixedVersions.length > 0) &&
      (!query.knownExploited || row.knownExploited) &&
      (!query.breached || row.sla === 'breached') &&
      (!query.orderBy?.startsWith('dueAt') || row.dueAt !== undefined);
    return queryList(
      { rows, keeps, keyOf: findingKey },
      query,
      'severity:desc',
    );
  }

  async listDecisions(
    entityRef: string,
    query: QueryInput<DecisionsQuery> = {},
  ) {
    const { decisions: rows = [] } = await this.#scenario(entityRef);
    const keeps = (row: Decision) => among(query.action, row.action);
    return queryList(
      { rows, keeps, keyOf: eventKey },
      query,
      'lastSeenAt:desc',
    );
  }

  async listAlerts(entityRef: string, query: QueryInput<AlertsQuery> = {}) {
    const { alerts: rows = [] } = await this.#scenario(entityRef);
    const keeps = (row: Alert) =>
      among(query.state, row.state) && among(query.severity, row.severity);
    return queryList(
      { rows, keeps, keyOf: eventKey },
      query,
      'lastSeenAt:desc',
    );
  }

  async getFinding(id: string) {
    const found = scenarios
      .flatMap(({ findings = [] }) => findings)
      .find(finding => finding.id === id);
    return found
      ? findingDetail(found)
      : this.#fail(404, 'The finding is not known');
  }

  async getException(id: string) {
    const found = exampleExceptions.find(exception => exception.id === id);
    return found ?? this.#fail(404, 'The exception is not known');
  }

  async listImages() {
    return { items: [], totalItems: 0 };
  }

  async getHistory(entityRef: string, { from = '' }: HistoryQuery = {}) {
    const { history = [] } = await this.#scenario(entityRef);
    return { items: history.filter(({ day }) => day >= from) };
  }

  async listChecks(entityRef: string, query: QueryInput<ChecksQuery> = {}) {
    const { checks = [] } = await this.#scenario(entityRef);
    return judgedChecks(
      checks.filter(
        ({ stage, result }) =>
          among(query.stage, stage) && among(query.result, result),
      ),
    );
  }

  async listWorkloads(
    entityRef: string,
    query: QueryInput<WorkloadsQuery> = {},
  ) {
    const { workloads: rows = [] } = await this.#scenario(entityRef);
    const keyOf = ({ risk = 50 }: ComponentWorkload) => risk;
    return queryList({ rows, keeps: () => true, keyOf }, query, 'risk:desc');
  }

  async getCatalogue() {
    return { items: [], totalItems: 0 };
  }

  async getTeam(groupRef: string): Promise<never> {
    return this.#fail(404, `There is no example of the team ${groupRef}`);
  }

  async askGate(): Promise<never> {
    return this.#fail(404, 'There is no example of a verdict');
  }

  async simulatePolicy(): Promise<never> {
    return this.#fail(404, 'There is no example of a simulation');
  }

  async #scenario(entityRef: string): Promise<Scenario> {
    const found = scenarios.find(({ name }) => entityRef.endsWith(`/${name}`));
    if (!found) return this.#fail(404, 'The component is not known');
    if (found.failure) {
      return this.#fail(found.failure, `Example of a status ${found.failure}`);
    }
    return found.pending ? new Promise(() => {}) : found;
  }

  async #fail(status: number, message: string): Promise<never> {
    const body = { error: { name: 'Error', message }, response: {} };
    throw await ResponseError.fromResponse(
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
    );
  }
}
