import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { exampleAlerts } from '../../../dev/data/alerts';
import {
  cleanStages,
  failingStages,
  postureOf,
  staleStages,
} from '../../../dev/data/posture';
import { openFindings } from '../../../dev/data/stagePosture';
import { renderEntityPage } from '../../../dev/testing/renderEntityPage';
import { answering, pageOf } from '../../../dev/testing/securityBackend';

describe('RuntimeTab', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('shows alerts and unfolds their occurrences', async () => {
    const asked: string[] = [];
    server.use(
      ...answering({
        posture: postureOf('shop', failingStages),
        alerts: search => {
          asked.push(search.toString());
          return pageOf(exampleAlerts);
        },
      }),
    );
    renderEntityPage('security/runtime');
    const table = within(
      await screen.findByRole('table', { name: 'Runtime alerts' }),
    );
    expect(asked).toEqual(['state=open&orderBy=lastSeenAt%3Adesc&limit=25']);
    await userEvent.click(
      table.getByRole('button', {
        name: 'Details of Terminal shell in container',
      }),
    );
    expect(
      table.getByText('The newest 2 occurrences of 3'),
    ).toBeInTheDocument();
    expect(
      table.getByText('Shell spawned by kubectl exec: bash -il'),
    ).toBeInTheDocument();
    expect(table.getByText(/User: jane@acme.example/)).toBeInTheDocument();
  });

  it.each([
    ['no sensor', {}, 'No sensor has ever reported'],
    [
      'a silent sensor',
      { runtime: { ...cleanStages.runtime, state: 'stale' as const } },
      'Nothing open, but the reports are stale',
    ],
    [
      'a sensor that reports, but not on everything',
      {
        runtime: {
          ...cleanStages.runtime,
          findings: openFindings({}, { stale: 1 }),
        },
      },
      'Nothing open, but 1 finding is stale',
    ],
    ['a quiet service', cleanStages, 'No open alerts'],
    ['nothing that runs', staleStages, 'Not applicable'],
  ])('tells apart: %s', async (_, stages, title) => {
    server.use(...answering({ posture: postureOf('shop', stages) }));
    renderEntityPage('security/runtime');
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
  });
});
