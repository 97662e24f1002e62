import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { exampleChecks } from '../../../dev/data/checks';
import { exception } from '../../../dev/data/exceptions';
import { failingJudgement, unscannedChecks } from '../../../dev/data/judgement';
import {
  failingStages,
  postureOf,
  teamPayments,
} from '../../../dev/data/posture';
import { copiedTexts, watchClipboard } from '../../../dev/testing/clipboard';
import {
  currentUrl,
  renderEntityPage,
} from '../../../dev/testing/renderEntityPage';
import { answering, refusing } from '../../../dev/testing/securityBackend';

const posture = postureOf(
  'shop',
  failingStages,
  teamPayments,
  failingJudgement,
);

const group = async (name: string) =>
  within(await screen.findByRole('table', { name }));

/** The first words of each row: how the checks turned out. */
function results(table: Awaited<ReturnType<typeof group>>) {
  const [, ...rows] = table.getAllByRole('row');
  return rows.map(row => within(row).getAllByRole('cell')[0].textContent);
}

function rowOf(title: string) {
  const row = screen.getByText(title).closest<HTMLElement>('[role="row"]');
  return within(row ?? document.body);
}

describe('PracticesTab', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  beforeEach(() => {
    server.use(
      ...answering({
        posture,
        checks: exampleChecks,
        exceptions: [exception()],
      }),
    );
  });

  it('groups by stage, failing first, with what each leads to', async () => {
    renderEntityPage('security/practices');
    const build = await group('Build practices');
    expect(results(build)).toEqual([
      'Fail',
      'Fail',
      'Warn',
      'Unknown',
      'Pass',
      'Pass',
      'Pass',
      'Pass',
    ]);
    expect(results(await group('Runtime practices'))).toEqual([
      'Fail',
      'Pass',
      'Pass',
    ]);
    expect(results(await group('Deploy practices')).at(-1)).toBe(
      'Not applicable',
    );
    expect(
      screen.getByRole('tab', { name: 'Practices 4 failing' }),
    ).toHaveAttribute('aria-selected', 'true');

    const gate = rowOf('No vulnerability of high severity has a fix');
    expect(gate.getByText(/^3 vulnerabilities above/)).toBeInTheDocument();
    expect(gate.getByText('B8, B8a')).toBeInTheDocument();
    expect(gate.getByText('blocks builds')).toBeInTheDocument();
    expect(gate.getByText('warns on deployments')).toBeInTheDocument();
    expect(
      rowOf('Images hold no shell').getByText('exception'),
    ).toBeInTheDocument();
    expect(
      rowOf('The base image is recent').getByText('not enforced'),
    ).toBeInTheDocument();
  });

  it('unfolds by keyboard what was seen, and how to mend it', async () => {
    renderEntityPage('security/practices');
    await group('Build practices');
    const unfold = screen.getByRole('button', {
      name: 'Details of No vulnerability of high severity has a fix',
    });
    act(() => unfold.focus());
    await userEvent.keyboard('{Enter}');
    expect(unfold).toHaveAttribute('aria-expanded', 'true');

    const evidence = screen.getByText(
      'Remote code execution by a logged string',
    );
    expect(evidence.getAttribute('href')).toMatch(
      /security\/findings\?state=any&q=Remote\+code\+execution\+by\+a\+logged\+string$/,
    );
    expect(screen.getByText('and 49 more')).toBeInTheDocument();
    for (const text of [
      /^The fault is grave and public/,
      /^Fails on an open vulnerability/,
      /^Upgrade the packages/,
      /^No vulnerability with a fix reaches/,
    ]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
    watchClipboard();
    await userEvent.click(
      screen.getByRole('button', { name: 'Copy commands' }),
    );
    expect(copiedTexts()).toEqual([
      'docker build --pull --no-cache --tag "$IMAGE" .',
    ]);
  });

  it('names the workload, container and digest that it judged', async () => {
    renderEntityPage('security/practices?q=privileged');
    await group('Deploy practices');
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Details of Containers do not run privileged',
      }),
    );
    const table = await group('Deploy practices');
    const seen = within(table.getByRole('list'));
    const link = seen.getByText('privileged: true');
    expect(link.getAttribute('href')).toMatch(/security\/deployments$/);
    expect(seen.getByText('prod/webshop/checkout')).toBeInTheDocument();
    expect(seen.getByText('app')).toBeInTheDocument();
  });

  it('tells who accepted what an exception covers', async () => {
    renderEntityPage('security/practices?q=image.shells');
    await group('Build practices');
    await userEvent.click(
      screen.getByRole('button', { name: 'Details of Images hold no shell' }),
    );
    expect(
      await screen.findByText(/The image never calls patch/),
    ).toBeInTheDocument();
    expect(screen.getByText('9ab29ab29ab2…')).toBeInTheDocument();
  });

  it('keeps its filters in the URL, counts them, and clears them', async () => {
    renderEntityPage('security/practices');
    await group('Build practices');
    await userEvent.click(screen.getByRole('button', { name: 'Unknown 2' }));
    expect(currentUrl()).toMatch(/practices\?result=unknown$/);
    expect(results(await group('Build practices'))).toEqual(['Unknown']);
    expect(
      screen.queryByRole('table', { name: 'Runtime practices' }),
    ).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Stage' }));
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Deploy' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(currentUrl()).toMatch(/result=unknown&stage=deploy$/),
    );
    expect(
      screen.queryByRole('table', { name: 'Build practices' }),
    ).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Unknown 1' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(currentUrl()).toMatch(/practices$/);
  });

  it('tells an empty filter from an empty list', async () => {
    renderEntityPage('security/practices?result=warn&stage=runtime');
    await screen.findByText('Nothing matches these filters');
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[1],
    );
    expect(results(await group('Runtime practices'))).toHaveLength(3);
  });

  it('does not take a list of nothing for a list of passes', async () => {
    server.use(...answering({ posture }));
    renderEntityPage('security/practices');
    expect(
      await screen.findByRole('heading', { name: 'No practice was judged' }),
    ).toBeInTheDocument();
  });

  it('lists what is unknown of a component that was never scanned', async () => {
    const never = postureOf('shop');
    server.use(...answering({ posture: never, checks: unscannedChecks }));
    renderEntityPage('security/practices');
    const build = await group('Build practices');
    expect(new Set(results(build))).toEqual(new Set(['Unknown']));
    expect(
      screen.getByText(/^Nothing was ever reported. Each practice/),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Practices' })).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see the security posture of this component'],
    [500, 'Out of memory'],
  ])('keeps the rest of the page after a status %d', async (status, text) => {
    server.use(refusing(status, 'Out of memory', 'checks'));
    renderEntityPage('security/practices');
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.getByText('Team Payments')).toBeInTheDocument();
  });
});
