import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { exampleFindings } from '../../../dev/data/findings';
import { exampleHistory } from '../../../dev/data/history';
import { cleanJudgement, failingJudgement } from '../../../dev/data/judgement';
import {
  cleanStages,
  failingStages,
  postureOf,
  staleStages,
  teamPayments,
} from '../../../dev/data/posture';
import { openFindings } from '../../../dev/data/stagePosture';
import {
  currentUrl,
  renderEntityPage,
} from '../../../dev/testing/renderEntityPage';
import {
  answering,
  pageOf,
  refusing,
} from '../../../dev/testing/securityBackend';

const failing = postureOf(
  'shop',
  failingStages,
  teamPayments,
  failingJudgement,
);

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('EntitySecurityContent', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('answers how bad it is, what to do, who acts on it, and where it comes from', async () => {
    server.use(
      ...answering({
        posture: failing,
        history: exampleHistory,
        findings: () => pageOf(exampleFindings.slice(0, 3)),
      }),
    );
    renderEntityPage();

    const summary = await region('Posture');
    expect(summary.getByLabelText('Grade D')).toBeInTheDocument();
    expect(summary.getByText('Risk 27')).toBeInTheDocument();
    expect(
      await summary.findByLabelText('12 more than a week ago'),
    ).toBeInTheDocument();

    const actions = await region('Do this first');
    expect(actions.getByText(/^Roll out the build/)).toBeInTheDocument();
    expect(actions.getByText('27 → 16')).toBeInTheDocument();

    const owner = await region('Owner');
    expect(owner.getByText('Team Payments').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/group/team-payments',
    );

    const build = await region('Build');
    expect(build.getByText('Failing')).toBeInTheDocument();
    expect(build.getByLabelText('2 Critical')).toBeInTheDocument();
    expect(
      build.getByText('Practices: 4 pass · 2 fail · 1 warn · 1 unknown'),
    ).toBeInTheDocument();
    expect(build.getByText('Gate: would fail, 3 reasons')).toBeInTheDocument();
    const deploy = await region('Deploy');
    expect(deploy.getByText('1 refused')).toBeInTheDocument();
    expect(
      deploy.getByText(/^Admission: would refuse if enforced, 1 reason/),
    ).toBeInTheDocument();
    const runtime = await region('Runtime');
    expect(runtime.getByText(/Falco 0.41/)).toBeInTheDocument();

    expect(await screen.findByText('CVE-2021-44228')).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Findings 102' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(
      screen.getByRole('tab', { name: 'Practices 4 failing' }),
    ).toBeInTheDocument();
  });

  it('keeps the answer when the history alone is refused', async () => {
    server.use(
      refusing(403, 'Not allowed', 'history'),
      ...answering({ posture: failing }),
    );
    renderEntityPage();
    const summary = await region('Posture');
    expect(
      await summary.findByText('You may not see the history.'),
    ).toBeInTheDocument();
    expect(summary.getByText('Risk 27')).toBeInTheDocument();
  });

  it('gives each list its own address', async () => {
    server.use(...answering({ posture: postureOf('shop', failingStages) }));
    renderEntityPage();
    await userEvent.click(
      await screen.findByRole('tab', { name: /Practices/ }),
    );
    expect(currentUrl()).toMatch(/component\/shop\/security\/practices$/);
    await userEvent.click(screen.getByRole('tab', { name: 'Deployments' }));
    expect(currentUrl()).toMatch(/component\/shop\/security\/deployments$/);
    await userEvent.click(screen.getByRole('tab', { name: 'Admission' }));
    expect(currentUrl()).toMatch(/component\/shop\/security\/admission$/);
    await userEvent.click(screen.getByRole('tab', { name: 'Runtime' }));
    expect(currentUrl()).toMatch(/component\/shop\/security\/runtime$/);
    await userEvent.click(screen.getByRole('tab', { name: /Findings/ }));
    expect(currentUrl()).toMatch(/component\/shop\/security\/findings$/);
  });

  it('leads from an address that it does not know to the findings', async () => {
    server.use(...answering({ posture: postureOf('shop', cleanStages) }));
    renderEntityPage('security/nonsense');
    await screen.findByRole('tab', { name: 'Findings 0' });
    expect(currentUrl()).toMatch(/component\/shop\/security\/findings$/);
  });

  describe('when there is nothing', () => {
    const panel = async (kind: string) => {
      const found = await screen.findByText(
        (_, element) => element?.getAttribute('data-state') === kind,
      );
      return within(found);
    };

    it('calls it clean only if every stage reported', async () => {
      server.use(
        ...answering({
          posture: postureOf('shop', cleanStages, teamPayments, cleanJudgement),
        }),
      );
      renderEntityPage();
      expect(await screen.findByText('Nothing open')).toBeInTheDocument();
      const summary = await region('Posture');
      expect(summary.getByLabelText('Grade A')).toBeInTheDocument();
      expect(
        screen.getByRole('tab', { name: 'Findings 0' }),
      ).toBeInTheDocument();
    });

    it('says never scanned, shows no zero, and how to send the first report', async () => {
      server.use(...answering({ posture: postureOf('shop') }));
      renderEntityPage();
      expect(
        await screen.findByText(
          /v1\/reports\?entityRef=component:default\/shop/,
        ),
      ).toBeInTheDocument();
      const summary = await region('Posture');
      expect(summary.getByLabelText('Grade not known')).toBeInTheDocument();
      expect(summary.getByText('Risk not known')).toBeInTheDocument();
      expect(screen.getByRole('tab', { name: 'Findings' })).toBeInTheDocument();
      expect(screen.queryByText('0')).not.toBeInTheDocument();
      expect(screen.queryByText('Clean')).not.toBeInTheDocument();
      const runtime = await region('Runtime');
      expect(runtime.getByText('Never scanned')).toBeInTheDocument();
      expect(runtime.getByText(/Falco/)).toBeInTheDocument();
    });

    it('says that stale reports prove nothing', async () => {
      server.use(...answering({ posture: postureOf('shop', staleStages) }));
      renderEntityPage();
      await panel('stale');
      const build = await region('Build');
      expect(
        build.getByText('Nothing was open when last reported'),
      ).toBeInTheDocument();
      expect(screen.queryByText('0')).not.toBeInTheDocument();
      expect(
        (await region('Runtime')).getByText('Not applicable'),
      ).toBeInTheDocument();
    });

    it('does not call it clean while a finding is stale, and leads to it', async () => {
      const findings = openFindings({}, { stale: 2 });
      const build = { ...cleanStages.build, findings };
      const asked: string[] = [];
      server.use(
        ...answering({
          posture: postureOf('shop', { ...cleanStages, build }),
          findings: search => {
            asked.push(search.get('state') ?? '');
            return pageOf([]);
          },
        }),
      );
      renderEntityPage();
      const stale = await panel('stale');
      expect(
        stale.getByText('Nothing open, but 2 findings are stale'),
      ).toBeInTheDocument();
      expect(
        stale.getByText('Not known, and so not clean: Build.'),
      ).toBeInTheDocument();
      const card = await region('Build');
      expect(card.getByText('2 stale findings')).toBeInTheDocument();
      expect(card.queryByText('Clean')).not.toBeInTheDocument();
      expect(screen.getByRole('tab', { name: 'Findings' })).toBeInTheDocument();
      await userEvent.click(
        stale.getByRole('button', { name: 'Show what is stale' }),
      );
      await panel('no-match');
      expect(asked).toEqual(['open', 'stale']);
      expect(currentUrl()).toMatch(/\?state=stale$/);
    });

    it('names the stages that are not known', async () => {
      const { build } = cleanStages;
      server.use(...answering({ posture: postureOf('shop', { build }) }));
      renderEntityPage();
      const partly = await panel('partly-known');
      expect(
        partly.getByText('Not known, and so not clean: Deploy, Runtime.'),
      ).toBeInTheDocument();
      expect(screen.getByRole('tab', { name: 'Findings' })).toBeInTheDocument();
    });

    it('shows the outline while it loads', async () => {
      server.use(http.get('*', () => new Promise(() => {})));
      renderEntityPage();
      expect(
        await screen.findByLabelText('Loading the security posture'),
      ).toHaveAttribute('aria-busy', 'true');
    });

    it('tells a refusal from an unknown component, without another try', async () => {
      server.use(refusing(403, 'Not allowed'));
      const { unmount } = renderEntityPage();
      expect(
        (await panel('forbidden')).getByText(/You may not see/),
      ).toBeInTheDocument();
      expect(
        screen.queryByRole('button', { name: 'Try again' }),
      ).not.toBeInTheDocument();
      unmount();

      server.use(refusing(404, 'No such component'));
      renderEntityPage();
      await panel('not-found');
      expect(
        screen.queryByRole('button', { name: 'Try again' }),
      ).not.toBeInTheDocument();
    });

    it('offers another try after an error, and takes it', async () => {
      server.use(refusing(503, 'The database is away'));
      renderEntityPage();
      const error = await panel('error');
      expect(error.getByText('The database is away')).toBeInTheDocument();

      server.use(...answering({ posture: postureOf('shop', cleanStages) }));
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await screen.findByText('Nothing open')).toBeInTheDocument();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    });

    it('takes an answer that it does not understand for an error', async () => {
      const posture = postureOf('shop', cleanStages);
      const odd = { ...posture, stages: {} } as typeof posture;
      server.use(...answering({ posture: odd }));
      renderEntityPage();
      const error = await panel('error');
      expect(error.getByText(/gave no usable answer/)).toBeInTheDocument();
    });
  });
});
