import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { exampleDecisions } from '../../../dev/data/decisions';
import {
  cleanStages,
  failingStages,
  postureOf,
  staleStages,
} from '../../../dev/data/posture';
import { renderEntityPage } from '../../../dev/testing/renderEntityPage';
import { answering, pageOf } from '../../../dev/testing/securityBackend';

describe('AdmissionTab', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('shows what was decided, in words, and who asked', async () => {
    const asked: string[] = [];
    server.use(
      ...answering({
        posture: postureOf('shop', failingStages),
        decisions: search => {
          asked.push(search.toString());
          return pageOf(exampleDecisions);
        },
      }),
    );
    renderEntityPage('security/admission');
    const table = within(
      await screen.findByRole('table', { name: 'Admission decisions' }),
    );
    for (const word of ['Refused', 'Warned', 'Audited', 'Allowed']) {
      expect(table.getByText(word)).toBeInTheDocument();
    }
    expect(table.getByText('1,180')).toBeInTheDocument();

    await userEvent.click(
      table.getByRole('button', { name: 'Details of privileged-containers' }),
    );
    expect(table.getByText(/argocd-application/)).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Decision' }));
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Refused' }),
    );
    await waitFor(() =>
      expect(asked.at(-1)).toBe(
        'action=deny&orderBy=lastSeenAt%3Adesc&limit=25',
      ),
    );
  });

  it.each([
    ['never reported', {}, 'No admission decision was ever reported'],
    ['stale', staleStages, 'Nothing open, but the reports are stale'],
    ['without decisions', cleanStages, 'No decisions'],
    [
      'of a component that is never deployed',
      { deploy: { state: 'not-applicable' } as const },
      'Not applicable',
    ],
  ])('tells apart: %s', async (_, stages, title) => {
    server.use(...answering({ posture: postureOf('shop', stages) }));
    renderEntityPage('security/admission');
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
  });
});
