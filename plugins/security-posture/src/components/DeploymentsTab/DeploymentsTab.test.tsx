import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { failingJudgement } from '../../../dev/data/judgement';
import {
  failingStages,
  postureOf,
  teamPayments,
} from '../../../dev/data/posture';
import { exampleWorkloads, workload } from '../../../dev/data/workloads';
import { renderEntityPage } from '../../../dev/testing/renderEntityPage';
import {
  answering,
  pageOf,
  refusing,
} from '../../../dev/testing/securityBackend';

const posture = postureOf(
  'shop',
  failingStages,
  teamPayments,
  failingJudgement,
);
const all = {
  items: exampleWorkloads,
  totalItems: exampleWorkloads.length,
};

async function rows() {
  const table = await screen.findByRole('table', { name: 'Deployments' });
  const [, ...found] = within(table).getAllByRole('row');
  return found.map(row => within(row));
}

describe('DeploymentsTab', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  beforeEach(() => server.use(...answering({ posture, workloads: () => all })));

  it('shows of each workload risk, reach, images, failures and secrets', async () => {
    renderEntityPage('security/deployments');
    const [exposed, quiet] = await rows();
    expect(exposed.getByLabelText('Grade D')).toBeInTheDocument();
    expect(exposed.getByText('Risk 27')).toBeInTheDocument();
    expect(exposed.getByText('prod/webshop/checkout')).toBeInTheDocument();
    expect(exposed.getByText('Reachable from outside')).toBeInTheDocument();
    expect(
      exposed.getByText('ghcr.io/acme/checkout:2026.11.18'),
    ).toBeInTheDocument();
    expect(exposed.getByText('9ab29ab29ab2…')).toHaveAttribute(
      'title',
      `sha256:${'9ab2'.repeat(16)}`,
    );
    expect(exposed.getAllByRole('cell')[3]).toHaveTextContent(/^2$/);
    expect(exposed.getByText('stripe, tls, ghcr-login')).toBeInTheDocument();

    expect(quiet.getByText('Inside the cluster')).toBeInTheDocument();
    expect(quiet.getAllByRole('cell')[4]).toHaveTextContent(/^none$/);
  });

  it('draws nothing that is not known as zero or as none', async () => {
    renderEntityPage('security/deployments');
    const unknown = (await rows())[2];
    expect(unknown.getByLabelText('Grade not known')).toBeInTheDocument();
    expect(unknown.getByText('Risk not known')).toBeInTheDocument();
    expect(unknown.getByText('Exposure not known')).toBeInTheDocument();
    const [, , images, failing, secrets] = unknown.getAllByRole('cell');
    expect(images).toHaveTextContent(/^not known$/);
    expect(failing).toHaveTextContent(/^none known$/);
    expect(secrets).toHaveTextContent(/^not known$/);
    expect(unknown.queryByText(/\b0\b/)).not.toBeInTheDocument();
  });

  it('unfolds by keyboard what the risk is made of', async () => {
    renderEntityPage('security/deployments');
    await rows();
    const unfold = screen.getByRole('button', {
      name: 'Details of prod/webshop/checkout',
    });
    act(() => unfold.focus());
    await userEvent.keyboard('{Enter}');
    const factors = within(
      screen.getByRole('table', { name: 'What its risk is made of' }),
    );
    expect(
      factors.getAllByRole('row').map(({ textContent }) => textContent),
    ).toEqual([
      'PartStageShareRisk without it',
      'CVE-2021-44228 in log4j-coreBuild62\u00a0%12',
      'Containers do not run privilegedDeploy20\u00a0%23',
    ]);
    expect(screen.getByText('and 7 more')).toBeInTheDocument();
    const failing = screen.getByRole('link', {
      name: 'No shell of an image is used in production',
    });
    expect(failing.getAttribute('href')).toMatch(
      /security\/practices\?q=combination.shell-used$/,
    );
    const secrets = within(screen.getByRole('table', { name: 'Secrets used' }));
    expect(secrets.getByText('environment variable')).toBeInTheDocument();
    expect(secrets.getByText('read only')).toBeInTheDocument();
  });

  it('turns pages', async () => {
    const asked: string[] = [];
    server.use(
      ...answering({
        posture,
        workloads: search => {
          asked.push(search.toString());
          const name = `worker-${search.get('cursor') ?? 0}`;
          const subject = { kind: 'workload', name } as const;
          return {
            items: [workload({ subject })],
            nextCursor: search.has('cursor') ? undefined : '1',
            totalItems: 2,
          };
        },
      }),
    );
    renderEntityPage('security/deployments');
    await screen.findByText('worker-0');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('worker-1');
    await waitFor(() =>
      expect(asked).toEqual(['limit=25', 'limit=25&cursor=1']),
    );
  });

  it.each([
    ['never seen', {}, 'No deployment is known'],
    [
      'not there to be seen',
      { deploy: { state: 'not-applicable' } as const },
      'Not applicable',
    ],
  ])('tells apart: %s', async (_, stages, title) => {
    server.use(
      ...answering({
        posture: postureOf('shop', stages),
        workloads: () => ({ ...pageOf([]), items: [] }),
      }),
    );
    renderEntityPage('security/deployments');
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
  });

  it('keeps the rest of the page when the list alone fails', async () => {
    server.use(refusing(500, 'Out of memory', 'workloads'));
    renderEntityPage('security/deployments');
    expect(await screen.findByText('Out of memory')).toBeInTheDocument();
    expect(screen.getByText('Team Payments')).toBeInTheDocument();
  });
});
