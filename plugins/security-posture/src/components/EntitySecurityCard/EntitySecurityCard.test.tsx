import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { failingJudgement } from '../../../dev/data/judgement';
import {
  failingStages,
  postureOf,
  teamPayments,
} from '../../../dev/data/posture';
import {
  currentUrl,
  renderEntityPage,
} from '../../../dev/testing/renderEntityPage';
import { answering, refusing } from '../../../dev/testing/securityBackend';

describe('EntitySecurityCard', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('shows the grade, each stage, the owner, and leads to the tab', async () => {
    const { build, deploy } = failingStages;
    const stages = { build, deploy };
    server.use(
      ...answering({
        posture: postureOf('shop', stages, teamPayments, failingJudgement),
      }),
    );
    renderEntityPage('');
    expect(await screen.findByText('Failing')).toBeInTheDocument();
    expect(screen.getByLabelText('Grade D')).toBeInTheDocument();
    expect(screen.getByText('Risk 27')).toBeInTheDocument();
    expect(screen.getByLabelText('2 Critical')).toBeInTheDocument();
    expect(screen.getByText('1 stale finding')).toBeInTheDocument();
    expect(screen.getByText('1 refused')).toBeInTheDocument();
    expect(screen.getByText('Never scanned')).toBeInTheDocument();
    expect(screen.getByText('Team Payments')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Open the Security tab'));
    expect(currentUrl()).toBe('/catalog/default/component/shop/security');
    expect(await screen.findByRole('tab', { name: /Findings/ })).toBeVisible();
  });

  it('shows a refusal as a refusal', async () => {
    server.use(refusing(403, 'Not allowed'));
    renderEntityPage('');
    expect(await screen.findByText(/You may not see/)).toBeInTheDocument();
  });
});
