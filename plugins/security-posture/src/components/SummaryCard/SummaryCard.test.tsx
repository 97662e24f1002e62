import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { day, dayBefore, exampleHistory } from '../../../dev/data/history';
import {
  cleanJudgement,
  failingJudgement,
  notJudged,
  risk,
} from '../../../dev/data/judgement';
import { postureOf } from '../../../dev/data/posture';
import { SummaryCard, type SummaryCardProps } from './SummaryCard';

const retry = jest.fn();
const answered = (items: typeof exampleHistory) => ({
  value: { items },
  loading: false,
  retry,
});

function render(
  judgement: typeof notJudged,
  history: SummaryCardProps['history'] = answered([]),
) {
  const posture = { ...postureOf('shop'), ...judgement };
  renderInTestApp(
    <SummaryCard posture={posture} days={30} history={history} />,
  );
}

describe('SummaryCard', () => {
  it('tells grade, risk, its change within a week and coverage', () => {
    render(failingJudgement, answered(exampleHistory));
    expect(screen.getByRole('img', { name: 'Grade D' })).toBeInTheDocument();
    expect(screen.getByText('Risk 27').parentElement).toHaveTextContent(
      'Risk 27 of 100',
    );
    expect(screen.getByLabelText('12 more than a week ago')).toHaveTextContent(
      '▲ 12 this week',
    );
    expect(screen.getByText('estimated')).toBeInTheDocument();
    expect(screen.getByText(/Coverage 86\s%/)).toBeInTheDocument();
    expect(screen.getByText('2 practices without data')).toHaveAttribute(
      'href',
      '/practices?result=unknown',
    );
  });

  it('says why the grade is held, the other reasons on demand', async () => {
    render(failingJudgement);
    expect(
      screen.getByText(
        'Grade held at D: Known to be exploited and past the deadline: CVE-2021-44228.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/if all failed/)).not.toBeInTheDocument();
    act(() => screen.getByRole('button', { name: '1 more reason' }).focus());
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText(/if all failed/)).toBeInTheDocument();
  });

  it('praises a risk that fell, and says nothing of a week without a day', () => {
    const then = day(dayBefore(7), { risk: 20 });
    render(cleanJudgement, answered([then]));
    expect(screen.getByLabelText('17 less than a week ago')).toHaveTextContent(
      '▼ 17 this week',
    );
    expect(screen.queryByText(/without data/)).not.toBeInTheDocument();
    expect(screen.queryByText('estimated')).not.toBeInTheDocument();
  });

  it('draws what is not known as unknown, never as zero', () => {
    render(notJudged, answered([day(dayBefore(7), { risk: 20 })]));
    const grade = screen.getByRole('img', { name: 'Grade not known' });
    expect(grade).toHaveTextContent('?');
    expect(screen.getByText('Risk not known')).toBeInTheDocument();
    expect(screen.getByText('Nothing could be judged')).toBeInTheDocument();
    expect(
      screen.getByText('No grade: Nothing is known about it.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/\b0\b/)).not.toBeInTheDocument();
    expect(screen.queryByText(/a week/)).not.toBeInTheDocument();
  });

  it('tells a risk of zero from one that is not known', () => {
    render({ ...cleanJudgement, risk: risk({ score: 0, grade: 'A' }) });
    expect(screen.getByText('Risk 0')).toBeInTheDocument();
  });

  it('draws the days that were judged, with a table for who cannot see it', () => {
    render(
      failingJudgement,
      answered([
        day('2026-03-01', { risk: 12.2 }),
        day('2026-03-02', { risk: 27.4 }),
        day('2026-03-03'),
        day('2026-03-05', { risk: 20 }),
      ]),
    );
    const table = within(
      screen.getByRole('table', { name: 'Risk of each day' }),
    );
    const cells = table
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent);
    expect(cells).toEqual([
      '2026-03-0112',
      '2026-03-0227',
      '2026-03-03not judged',
      '2026-03-0520',
    ]);
    expect(document.querySelectorAll('polyline')).toHaveLength(2);
    expect(screen.getByText('12 to 27')).toBeInTheDocument();
    expect(screen.getByText('30 days')).toBeInTheDocument();
  });

  it('says that there is no history yet, rather than a flat line', () => {
    render(failingJudgement, answered([day('2026-03-01', { risk: 12 })]));
    expect(screen.getByText('No history of the risk yet.')).toBeInTheDocument();
    expect(document.querySelector('polyline')).toBeNull();
  });

  it('keeps the answer when the history alone fails', async () => {
    const failure = { kind: 'error', message: 'Out of memory' } as const;
    render(failingJudgement, { failure, loading: false, retry });
    expect(screen.getByText('Risk 27')).toBeInTheDocument();
    expect(screen.getByText('Out of memory')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
