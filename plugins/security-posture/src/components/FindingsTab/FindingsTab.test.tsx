import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { finding } from '../../../dev/data/finding';
import { findingDetail } from '../../../dev/data/findingDetail';
import {
  cleanStages,
  failingStages,
  postureOf,
} from '../../../dev/data/posture';
import { toldFindings } from '../../../dev/data/toldFindings';
import {
  currentUrl,
  renderEntityPage,
} from '../../../dev/testing/renderEntityPage';
import {
  answering,
  pageOf,
  refusing,
} from '../../../dev/testing/securityBackend';

const asked: string[] = [];
const posture = postureOf('shop', failingStages);
const numbered = (number: number) =>
  finding({ problem: `CVE-2026-${number}`, title: 'A flaw' });

/** Three pages of one finding each. */
function threePages(search: URLSearchParams) {
  asked.push(search.toString());
  const page = Number(search.get('cursor') ?? 1);
  return {
    items: [numbered(page)],
    nextCursor: page < 3 ? String(page + 1) : undefined,
    totalItems: 3,
  };
}

const lastAsked = () => new URLSearchParams(asked.at(-1));

describe('FindingsTab', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  beforeEach(() => {
    asked.length = 0;
    server.use(...answering({ posture, findings: threePages }));
  });

  it('asks for what is open, worst first', async () => {
    renderEntityPage();
    await screen.findByText('CVE-2026-1');
    expect(asked).toEqual(['state=open&orderBy=severity%3Adesc&limit=25']);
    expect(
      screen.getByRole('columnheader', { name: 'Severity' }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('turns pages forth and back, also with the browser', async () => {
    renderEntityPage('security/findings?limit=10');
    await screen.findByText('CVE-2026-1');
    const previous = screen.getByRole('button', { name: 'Previous page' });
    const next = screen.getByRole('button', { name: 'Next page' });
    expect(previous).toBeDisabled();

    await userEvent.click(next);
    await screen.findByText('CVE-2026-2');
    expect(screen.getByText('11 to 11 of 3')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('CVE-2026-3');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await screen.findByText('CVE-2026-2');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await screen.findByText('CVE-2026-1');
    expect(lastAsked().has('cursor')).toBe(false);
  });

  it('keeps filters in the URL, and starts at the first page again', async () => {
    renderEntityPage();
    await screen.findByText('CVE-2026-1');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('CVE-2026-2');

    const filters = within(screen.getByRole('search'));
    await userEvent.click(filters.getByRole('button', { name: 'Severity' }));
    const menu = within(await screen.findByRole('menu', { name: 'Severity' }));
    await userEvent.click(
      menu.getByRole('menuitemcheckbox', { name: 'Critical' }),
    );
    await screen.findByText('CVE-2026-1');
    expect(lastAsked().get('severity')).toBe('critical');
    expect(lastAsked().has('cursor')).toBe(false);
    await userEvent.click(menu.getByRole('menuitemcheckbox', { name: 'Low' }));
    await waitFor(() =>
      expect(currentUrl()).toMatch('severity=critical%2Clow'),
    );
    expect(menu.getByRole('menuitemcheckbox', { name: 'Low' })).toHaveAttribute(
      'aria-checked',
      'true',
    );
    await userEvent.keyboard('{Escape}');

    await userEvent.click(screen.getByRole('button', { name: 'Fixable' }));
    await waitFor(() => expect(lastAsked().get('fixable')).toBe('true'));

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(currentUrl()).toMatch(/security$/));
    expect(lastAsked().toString()).toBe(asked[0]);
  });

  it('reads filters, order and page size from the URL', async () => {
    renderEntityPage(
      'security/findings?stage=deploy&kind=secret,code&state=any&q=key&orderBy=title:asc&limit=50',
    );
    await screen.findByText('CVE-2026-1');
    expect(Object.fromEntries(lastAsked())).toEqual({
      stage: 'deploy',
      kind: 'secret,code',
      q: 'key',
      orderBy: 'title:asc',
      limit: '50',
    });
    expect(
      screen.getByRole('button', { name: 'Kind: 2 chosen' }),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/Search CVE/)).toHaveValue('key');
    expect(screen.getByLabelText('Rows')).toHaveValue('50');
  });

  it('searches when the typing rests', async () => {
    renderEntityPage();
    await screen.findByText('CVE-2026-1');
    await userEvent.type(screen.getByLabelText(/Search CVE/), 'log4j');
    await waitFor(() => expect(lastAsked().get('q')).toBe('log4j'));
    expect(asked).toHaveLength(2);
    expect(currentUrl()).toMatch(/\?q=log4j$/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the search' }),
    );
    await waitFor(() => expect(lastAsked().has('q')).toBe(false));
  });

  it('sorts by a column, and the other way on the second click', async () => {
    renderEntityPage();
    await screen.findByText('CVE-2026-1');
    const header = () =>
      within(screen.getByRole('columnheader', { name: 'Where' })).getByRole(
        'button',
      );
    header().focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(lastAsked().get('orderBy')).toBe('package:asc'));
    await userEvent.click(header());
    await waitFor(() =>
      expect(lastAsked().get('orderBy')).toBe('package:desc'),
    );
    expect(screen.getByRole('columnheader', { name: 'Where' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    expect(currentUrl()).toMatch('orderBy=package%3Adesc');
  });

  it('shows in each row what is new, urgent, or on its way', async () => {
    server.use(...answering({ posture, findings: () => pageOf(toldFindings) }));
    renderEntityPage();
    const row = async (name: string) => {
      const link = await screen.findByText(name);
      const found = link.closest<HTMLElement>('[role="row"]');
      return within(found ?? document.body);
    };
    const exploited = await row('CVE-2021-44228');
    expect(exploited.getByText('known exploited')).toBeInTheDocument();
    expect(
      exploited.getByText('Fixed in build, not rolled out'),
    ).toBeInTheDocument();
    expect(exploited.getByText('2 days over')).toBeInTheDocument();
    expect(exploited.queryByText(/^(New|Reopened)$/)).not.toBeInTheDocument();

    const reopened = await row('CVE-2023-38545');
    expect(reopened.getByText('Reopened')).toBeInTheDocument();
    expect(reopened.queryByText(/newest build/)).not.toBeInTheDocument();

    const fresh = await row('CVE-2026-21441');
    expect(fresh.getByText('New')).toBeInTheDocument();
    expect(fresh.getByText('Will ship: not running yet')).toBeInTheDocument();

    const stale = await row('CVE-2024-2961');
    expect(stale.getByText('Stale')).toBeInTheDocument();
    expect((await row('CVE-2024-6345')).getByText('in time')).toBeVisible();
    expect((await row('CVE-2019-20633')).getByText('none')).toBeVisible();
  });

  it('filters by what is behind the chip More', async () => {
    renderEntityPage();
    await screen.findByText('CVE-2026-1');
    const filters = within(screen.getByRole('search'));
    await userEvent.click(filters.getByRole('button', { name: 'More' }));
    const menu = within(await screen.findByRole('menu', { name: 'More' }));
    const tick = (name: string) =>
      userEvent.click(menu.getByRole('menuitemcheckbox', { name }));
    await tick('Known exploited');
    await waitFor(() => expect(lastAsked().get('knownExploited')).toBe('true'));
    await tick('Overdue');
    await tick('Fixed in build, not rolled out');
    await tick('Will ship: not running yet');
    await waitFor(() =>
      expect(Object.fromEntries(lastAsked())).toMatchObject({
        knownExploited: 'true',
        breached: 'true',
        rollout: 'awaiting-rollout,will-ship',
      }),
    );
    expect(currentUrl()).toMatch('rollout=awaiting-rollout%2Cwill-ship');
    await tick('Known exploited');
    await tick('Overdue');
    await tick('Fixed in build, not rolled out');
    await waitFor(() => expect(lastAsked().get('rollout')).toBe('will-ship'));
    expect(lastAsked().has('knownExploited')).toBe(false);
    expect(lastAsked().has('breached')).toBe(false);
    expect(
      screen.getByText('More: Will ship: not running yet'),
    ).toBeInTheDocument();
  });

  it('orders by deadline, and says whom that leaves out', async () => {
    renderEntityPage();
    await screen.findByText('CVE-2026-1');
    expect(screen.queryByText(/left out of this order/)).toBeNull();
    await userEvent.click(
      within(screen.getByRole('columnheader', { name: 'Due' })).getByRole(
        'button',
      ),
    );
    expect(
      await screen.findByText(/left out of this order/),
    ).toBeInTheDocument();
    expect(lastAsked().get('orderBy')).toBe('dueAt:asc');
  });

  it('unfolds what else is known, with links that are safe to follow', async () => {
    const odd = finding({
      problem: 'CVE-2026-9',
      // eslint-disable-next-line no-script-url
      references: ['javascript:alert(1)', 'https://example.com/advisory'],
      suppression: 'not affected',
      state: 'suppressed',
    });
    const back = { ...toldFindings[0], reopenCount: 1 };
    server.use(
      ...answering({
        posture,
        findings: () => pageOf([back, odd]),
        details: [findingDetail(back)],
      }),
    );
    renderEntityPage();
    const unfold = await screen.findByRole('button', {
      name: 'Details of CVE-2021-44228',
    });
    await userEvent.click(unfold);
    expect(unfold).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByText('GHSA-jfh8-c2jp-5v3q', { selector: 'dd' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Came back 1 time/)).toBeInTheDocument();
    await userEvent.click(unfold);
    expect(screen.queryByText(/Came back 1 time/)).not.toBeInTheDocument();

    expect(screen.getByText('Suppressed')).toBeInTheDocument();
    expect(screen.getByText('CVE-2026-9').closest('a')).toHaveAttribute(
      'href',
      'https://example.com/advisory',
    );
  });

  it('tells an empty filter from an empty list', async () => {
    const clean = postureOf('shop', cleanStages);
    server.use(...answering({ posture: clean, findings: () => pageOf([]) }));
    renderEntityPage('security?severity=low');
    await screen.findByText('Nothing matches these filters');
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[1],
    );
    expect(await screen.findByText('Nothing open')).toBeInTheDocument();
  });

  it('keeps the rest of the page when the list alone fails', async () => {
    server.use(refusing(500, 'Out of memory', 'findings'));
    renderEntityPage();
    expect(await screen.findByText('Out of memory')).toBeInTheDocument();
    expect(screen.getByText('Team Payments')).toBeInTheDocument();
    server.use(...answering({ posture, findings: threePages }));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('CVE-2026-1')).toBeInTheDocument();
  });
});
