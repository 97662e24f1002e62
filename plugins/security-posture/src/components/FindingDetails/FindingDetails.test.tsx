import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Exception,
  Finding,
  FindingDetail,
} from 'backstage-plugin-security-posture-common';
import { delay, http } from 'msw';
import { setupServer } from 'msw/node';
import { exception } from '../../../dev/data/exceptions';
import { checkoutWorkload, finding } from '../../../dev/data/finding';
import { findingDetail, sighting } from '../../../dev/data/findingDetail';
import { failingStages, postureOf } from '../../../dev/data/posture';
import { toldFindings } from '../../../dev/data/toldFindings';
import { renderEntityPage } from '../../../dev/testing/renderEntityPage';
import {
  answering,
  pageOf,
  refusingEach,
} from '../../../dev/testing/securityBackend';

const posture = postureOf('shop', failingStages);

describe('FindingDetails', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const answer = (
    of: Finding,
    more: Partial<FindingDetail> = {},
    exceptions: Exception[] = [],
  ) =>
    server.use(
      ...answering({
        posture,
        findings: () => pageOf([of]),
        details: [findingDetail(of, more)],
        exceptions,
      }),
    );

  const unfold = async () => {
    renderEntityPage();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Details of/ }),
    );
  };

  const rowsOf = async (name: string) => {
    const table = within(await screen.findByRole('table', { name }));
    return table
      .getAllByRole('row')
      .slice(1)
      .map(row =>
        within(row)
          .getAllByRole('cell')
          .map(cell => cell.textContent),
      );
  };

  const valueOf = async (term: string) =>
    (await screen.findByText(term, { selector: 'dt' })).nextElementSibling;

  it('shows what each scanner says, and that they do not agree', async () => {
    answer(toldFindings[1]);
    await unfold();
    expect(await rowsOf('What each scanner says')).toEqual([
      ['Grype', 'HHigh', '7.88.1-10', 'none yet', '9 hr. ago'],
      ['Trivy', 'CCritical', '7.88.1-10', '7.88.1-10+deb12u4', '2 hr. ago'],
    ]);
    expect(screen.getByText(/They do not agree/)).toBeInTheDocument();
  });

  it('does not take a withdrawn word for a disagreement', async () => {
    const of = toldFindings[1];
    const [grype, trivy] = findingDetail(of).verdicts;
    answer(of, { verdicts: [{ ...grype, withdrawn: true }, trivy] });
    await unfold();
    const [[first]] = await rowsOf('What each scanner says');
    expect(first).toBe('Grypeno longer shown');
    expect(screen.queryByText(/They do not agree/)).not.toBeInTheDocument();
  });

  it('tells two sources of one tool apart', async () => {
    const of = toldFindings[1];
    const [, trivy] = findingDetail(of).verdicts;
    const inCluster = { ...trivy, source: 'trivy-operator' };
    answer(of, { verdicts: [trivy, inCluster] });
    await unfold();
    const rows = await rowsOf('What each scanner says');
    expect(rows.map(([scanner]) => scanner)).toEqual([
      'Trivytrivy',
      'Trivytrivy-operator',
    ]);
  });

  it('shows where it was seen: the start of the digest, tag, place and workloads', async () => {
    answer(toldFindings[1]);
    await unfold();
    expect(await rowsOf('Where it was seen')).toEqual([
      [
        '9ab29ab29ab2…2026.11.18',
        'Running',
        'prod/webshop/checkoutprod-eu/webshop/checkout',
        'Grype, Trivy',
        '2 hr. ago',
      ],
      [
        '4e1c4e1c4e1c…2026.11.24',
        'Newest build',
        'none known',
        'Grype',
        '2 hr. ago',
      ],
    ]);
    expect(screen.getByText('9ab29ab29ab2…')).toHaveAttribute(
      'title',
      `sha256:${'9ab2'.repeat(16)}`,
    );
  });

  it('tells an artifact that is gone from one that is only old', async () => {
    const of = finding();
    answer(of, {
      sightings: [
        sighting(of, { digest: 'sha256:0123456789abcdef' }),
        sighting(of, { branch: 'main', withdrawnAt: of.lastSeenAt }),
      ],
    });
    await unfold();
    const rows = await rowsOf('Where it was seen');
    expect(rows.map(([artifact, where]) => [artifact, where])).toEqual([
      ['0123456789ab…', 'Neither newest nor running'],
      ['main', 'Neither newest nor runninggone 2 hr. ago'],
    ]);
  });

  it('names the workload where there is no artifact', async () => {
    answer(toldFindings[3]);
    await unfold();
    expect(await rowsOf('Where it was seen')).toEqual([
      ['prod/webshop/checkout', '', 'Kyverno', '2 hr. ago'],
    ]);
  });

  it('lists the first workloads only, and no table without rows', async () => {
    const of = finding();
    const workloads = Array.from({ length: 7 }, (_, index) => ({
      ...checkoutWorkload,
      name: `shop-${index}`,
    }));
    answer(of, {
      verdicts: [],
      sightings: [
        sighting(of, { digest: 'sha256:aa', running: true, workloads }),
      ],
    });
    await unfold();
    const [[, , names]] = await rowsOf('Where it was seen');
    expect(names).toMatch(/shop-4\+2 more$/);
    expect(
      screen.queryByRole('table', { name: 'What each scanner says' }),
    ).not.toBeInTheDocument();
  });

  it('puts the deadline and its rule in words', async () => {
    answer(toldFindings[0]);
    await unfold();
    const deadline = await valueOf('Deadline');
    expect(deadline).toHaveTextContent('2 days over');
    expect(deadline).toHaveTextContent(
      'BOD 26-04 gives 3 days: known exploited, reachable from the internet, the attack can be automated, total control.',
    );
    expect(await valueOf('Rollout')).toHaveTextContent(
      'Fixed in build, not rolled out',
    );
  });

  it('says why there is no deadline', async () => {
    answer(finding({ dueRule: 'severity:unknown:none' }));
    await unfold();
    expect(await valueOf('Deadline')).toHaveTextContent(
      'noneNone for severity Unknown.',
    );
  });

  it('shows the list’s own facts while the rest loads', async () => {
    answer(finding({ message: 'A length is not checked.' }));
    server.use(http.get('*/v1/findings/:id', () => delay('infinite')));
    await unfold();
    expect(screen.getByText('A length is not checked.')).toBeInTheDocument();
    expect(await valueOf('Seen by')).toHaveTextContent('Trivy');
    expect(
      screen.getByLabelText('Loading the security posture'),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('keeps them when the rest fails, and takes another try', async () => {
    const of = finding({ message: 'A length is not checked.' });
    answer(of);
    server.use(refusingEach('findings', 503, 'The database is away'));
    await unfold();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'What each scanner says could not be loaded.',
    );
    expect(alert).toHaveTextContent('The database is away');
    expect(screen.getByText('A length is not checked.')).toBeInTheDocument();
    answer(of);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowsOf('What each scanner says')).toHaveLength(1);
  });

  it.each([
    [404, 'The finding is gone by now, or hidden from you.'],
    [403, 'You may not see more of this finding.'],
  ])('takes a %s for an answer', async (status, words) => {
    answer(finding());
    server.use(refusingEach('findings', status, 'No'));
    await unfold();
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  describe('of a suppressed finding', () => {
    const suppressed = (more: Partial<Finding>) =>
      finding({ state: 'suppressed', ...more });
    const excepted = suppressed({
      suppressedBy: 'exception',
      exceptionId: 'exception-patch',
    });

    it('shows the exception: why, who asked, who approved, until when', async () => {
      const until = { kind: 'date', at: '2027-03-01T12:00:00.000Z' } as const;
      answer(excepted, {}, [exception({ until })]);
      await unfold();
      expect(
        await screen.findByText(/^Accepted risk: The image never calls patch/),
      ).toBeInTheDocument();
      expect(await valueOf('Suppressed')).toHaveTextContent(
        'Asked for by jane.doe, approved by amir.security, until Mar 1, 2027',
      );
    });

    it.each([
      ['fix', 'until there is a fix'],
      ['never', 'without an end'],
    ] as const)(
      'shows an exception that ends with: %s',
      async (kind, words) => {
        answer(excepted, {}, [
          exception({ kind: 'false-positive', until: { kind } }),
        ]);
        await unfold();
        expect(await screen.findByText(/^False positive:/)).toBeInTheDocument();
        expect(await valueOf('Suppressed')).toHaveTextContent(words);
      },
    );

    it.each([
      [500, 'Its reason could not be loaded.'],
      [403, 'You may not see its reason.'],
      [404, 'Its record is gone, or hidden from you.'],
    ])(
      'says that an exception is not shown after a %s',
      async (status, words) => {
        answer(excepted);
        server.use(refusingEach('exceptions', status, 'No'));
        await unfold();
        expect(await screen.findByText(words)).toBeInTheDocument();
        expect(screen.getByText('By an exception')).toBeInTheDocument();
        expect(
          await screen.findByRole('table', { name: 'What each scanner says' }),
        ).toBeInTheDocument();
      },
    );

    it.each<[Partial<Finding>, string]>([
      [{ suppressedBy: 'exception' }, 'By an exception'],
      [
        { suppressedBy: 'triage', triage: 'false-positive' },
        'By triage: False positive',
      ],
      [{ suppressedBy: 'vex' }, 'By a VEX statement'],
      [
        {
          suppressedBy: 'tool',
          tools: ['Grype', 'Trivy'],
          suppression: 'not_affected: not built in',
        },
        'By Grype, Trivynot_affected: not built in',
      ],
    ])('says who else it was: %p', async (more, words) => {
      answer(suppressed(more));
      await unfold();
      await screen.findByRole('table', { name: 'What each scanner says' });
      expect((await valueOf('Suppressed'))?.textContent).toBe(words);
    });
  });
});
