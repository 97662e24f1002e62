import { act, render, screen } from '@testing-library/react';
import { RelativeTime } from './RelativeTime';

describe('RelativeTime', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') });
  });
  afterEach(() => jest.useRealTimers());

  it('stays true while the page is open', () => {
    render(<RelativeTime time="2026-03-01T11:58:00.000Z" />);
    const time = screen.getByText('2 min. ago');
    expect(time).toHaveAttribute('dateTime', '2026-03-01T11:58:00.000Z');
    act(() => jest.advanceTimersByTime(60_000));
    expect(time).toHaveTextContent('3 min. ago');
  });
});
