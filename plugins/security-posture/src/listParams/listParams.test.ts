import { readListParams } from './read';
import type { ListShape } from './types';
import {
  withChoice,
  withLimit,
  withOrder,
  withText,
  withoutFilters,
} from './write';

const choices = {
  severity: ['critical', 'high', 'low'],
  state: ['open', 'fixed'],
} as const;

const shape: ListShape<typeof choices, 'severity' | 'title'> = {
  choices,
  defaults: { state: ['open'] },
  fields: ['severity', 'title'],
  defaultOrder: { field: 'severity', direction: 'desc' },
};

const read = (search: string) =>
  readListParams(new URLSearchParams(search), shape);

describe('listParams', () => {
  it('asks for what is open, worst first, when the URL says nothing', () => {
    expect(read('')).toEqual({
      chosen: { severity: [], state: ['open'] },
      text: '',
      order: { field: 'severity', direction: 'desc' },
      limit: 25,
      filtered: false,
    });
  });

  it('reads filters in the order of the model, with order and page size', () => {
    expect(
      read('severity=low,critical&state=any&q=curl&orderBy=title&limit=50'),
    ).toEqual({
      chosen: { severity: ['critical', 'low'], state: [] },
      text: 'curl',
      order: { field: 'title', direction: 'asc' },
      limit: 50,
      filtered: true,
    });
  });

  it('ignores what it does not know', () => {
    expect(read('severity=awful&state=x&orderBy=colour:desc&limit=7')).toEqual(
      read(''),
    );
  });

  it('writes what it reads, keeps what is not its own, and leaves defaults out', () => {
    let search = new URLSearchParams('inspect=raw');
    search = withChoice(search, shape, 'severity', ['high']);
    search = withChoice(search, shape, 'state', []);
    search = withText(search, ' curl ');
    search = withOrder(search, shape, { field: 'title', direction: 'asc' });
    search = withLimit(search, 10);
    expect(search.toString()).toBe(
      'inspect=raw&severity=high&state=any&q=curl&orderBy=title%3Aasc&limit=10',
    );

    search = withChoice(search, shape, 'state', ['open']);
    search = withOrder(search, shape, shape.defaultOrder);
    search = withLimit(search, 25);
    expect(search.toString()).toBe('inspect=raw&severity=high&q=curl');
    expect(withoutFilters(search, shape).toString()).toBe('inspect=raw');
  });
});
