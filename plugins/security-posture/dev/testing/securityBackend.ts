import { http, HttpResponse } from 'msw';
import type {
  ComponentDay,
  ComponentWorkload,
  Exception,
  FindingDetail,
  JudgedCheck,
  Posture,
} from 'backstage-plugin-security-posture-common';
import { judgedChecks } from '../data/checks';

const base = 'http://localhost:7007/api/security-posture/v1';
const entity = `${base}/entities/component/default/:name`;

interface Page {
  items: object[];
  nextCursor?: string;
  totalItems: number;
}

export interface Answers {
  posture?: Posture;
  findings?: (search: URLSearchParams) => Page;
  decisions?: (search: URLSearchParams) => Page;
  alerts?: (search: URLSearchParams) => Page;
  checks?: JudgedCheck[];
  workloads?: (search: URLSearchParams) => {
    items: ComponentWorkload[];
    nextCursor?: string;
    totalItems: number;
  };
  history?: ComponentDay[];
  /** Each by its id. */
  details?: FindingDetail[];
  exceptions?: Exception[];
}

export function pageOf(items: object[]): Page {
  return { items, totalItems: items.length };
}

function refuse(status: number, message: string) {
  return HttpResponse.json(
    { error: { name: 'Error', message }, response: { statusCode: status } },
    { status },
  );
}

/** The backend's routes, as the real client asks them. */
export function answering(answers: Answers) {
  const { posture, details = [], exceptions = [], ...lists } = answers;
  const { checks = [], history = [] } = answers;
  return [
    http.get(`${entity}/posture`, () =>
      posture ? HttpResponse.json(posture) : refuse(404, 'No such component'),
    ),
    ...(['findings', 'decisions', 'alerts', 'workloads'] as const).map(list =>
      http.get(`${entity}/${list}`, ({ request }) =>
        HttpResponse.json(
          (lists[list] ?? (() => pageOf([])))(
            new URL(request.url).searchParams,
          ),
        ),
      ),
    ),
    http.get(`${entity}/checks`, () => HttpResponse.json(judgedChecks(checks))),
    http.get(`${entity}/history`, () => HttpResponse.json({ items: history })),
    byId('findings', details),
    byId('exceptions', exceptions),
  ];
}

function byId(route: string, answers: { id: string }[]) {
  return http.get(`${base}/${route}/:id`, ({ params }) => {
    const found = answers.find(({ id }) => id === params.id);
    return found ? HttpResponse.json(found) : refuse(404, 'No such thing');
  });
}

/** A backend that has no more to say of a finding or an exception. */
export function refusingEach(
  route: 'findings' | 'exceptions',
  status: number,
  message: string,
) {
  return http.get(`${base}/${route}/:id`, () => refuse(status, message));
}

/** A backend that refuses one route, or all of them. */
export function refusing(
  status: number,
  message: string,
  route:
    | 'posture'
    | 'findings'
    | 'decisions'
    | 'alerts'
    | 'checks'
    | 'workloads'
    | 'history' = 'posture',
) {
  return http.get(`${entity}/${route}`, () => refuse(status, message));
}
