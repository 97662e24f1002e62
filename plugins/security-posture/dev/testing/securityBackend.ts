import { http, HttpResponse } from 'msw';
import type { Posture } from 'backstage-plugin-security-posture-common';

const entity =
  'http://localhost:7007/api/security-posture/v1/entities/component/default/:name';

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

/** The backend's routes of one component, as the real client asks them. */
export function answering({ posture, ...lists }: Answers) {
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
  ];
}

/** A backend that refuses one route, or all of them. */
export function refusing(
  status: number,
  message: string,
  route: 'posture' | 'findings' | 'decisions' | 'alerts' = 'posture',
) {
  return http.get(`${entity}/${route}`, () => refuse(status, message));
}
