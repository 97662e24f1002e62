import { http, HttpResponse } from 'msw';
import type {
  Exception,
  FindingDetail,
  Posture,
} from 'backstage-plugin-security-posture-common';

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
  return [
    http.get(`${entity}/posture`, () =>
      posture ? HttpResponse.json(posture) : refuse(404, 'No such component'),
    ),
    ...(['findings', 'decisions', 'alerts'] as const).map(list =>
      http.get(`${entity}/${list}`, ({ request }) =>
        HttpResponse.json(
          (lists[list] ?? (() => pageOf([])))(
            new URL(request.url).searchParams,
          ),
        ),
      ),
    ),
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
  route: 'posture' | 'findings' | 'decisions' | 'alerts' = 'posture',
) {
  return http.get(`${entity}/${route}`, () => refuse(status, message));
}
