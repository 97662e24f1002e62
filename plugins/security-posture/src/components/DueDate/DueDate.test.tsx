import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { ago, ahead } from '../../../dev/data/time';
import { DueDate } from './DueDate';
import { DueRule } from './DueRule';

describe('DueDate', () => {
  it('tells the five ways to stand to a deadline apart in words', () => {
    renderInTestApp(
      <>
        <DueDate finding={{ sla: 'none' }} />
        <DueDate
          finding={{ sla: 'due', dueAt: ahead({ days: 5, hours: 1 }) }}
        />
        <DueDate finding={{ sla: 'breached', dueAt: ago({ days: 2 }) }} />
        <DueDate finding={{ sla: 'met', dueAt: ago({ days: 2 }) }} />
        <DueDate finding={{ sla: 'missed', dueAt: ago({ days: 2 }) }} />
      </>,
    );
    for (const words of ['none', 'in 5 days', 'in time', 'too late']) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
  });

  it('marks a breach by more than its colour', () => {
    renderInTestApp(
      <DueDate finding={{ sla: 'breached', dueAt: ago({ days: 2 }) }} />,
    );
    const breach = screen.getByText('2 days over');
    expect(breach.querySelector('svg')).toBeInTheDocument();
    expect(breach).toHaveAttribute('title', expect.stringMatching(/\d{4}/));
  });

  it('has no deadline for what does not count, whatever was computed', () => {
    renderInTestApp(
      <DueDate finding={{ sla: 'none', dueAt: ago({ days: 2 }) }} />,
    );
    expect(screen.getByText('none')).toBeInTheDocument();
  });
});

describe('DueRule', () => {
  it.each([
    ['severity:high:30d', '30 days for severity High.'],
    ['severity:low:1d', '1 day for severity Low.'],
    ['severity:info:none', 'None for severity Info.'],
    [
      'bod-26-04:kev+total:14d',
      'BOD 26-04 gives 14 days: known exploited, total control.',
    ],
    [
      'bod-26-04:none:next-upgrade',
      'BOD 26-04 leaves it to the next upgrade: neither known exploited nor reachable nor easily attacked.',
    ],
    [
      'bod-26-04:exposed:60d:estimated:no-fix',
      'BOD 26-04 gives 60 days: reachable from the internet. Estimated: part of this is not known. The clock starts when there is a fix.',
    ],
    ['licence:off', 'Findings of this kind have no deadline.'],
    ['house-rule:7', 'house-rule:7'],
  ])('puts %s in words', (name, words) => {
    renderInTestApp(<DueRule name={name} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });
});
