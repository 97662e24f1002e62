import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { action, exampleActions } from '../../../dev/data/actions';
import {
  cleanJudgement,
  failingJudgement,
  notJudged,
  warningJudgement,
} from '../../../dev/data/judgement';
import { copiedTexts, watchClipboard } from '../../../dev/testing/clipboard';
import { ActionsCard } from './ActionsCard';

const render = (judgement: typeof notJudged) =>
  renderInTestApp(<ActionsCard posture={judgement} />);

describe('ActionsCard', () => {
  it('numbers what to do, with what it takes and what it brings', () => {
    render(failingJudgement);
    const items = screen.getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringMatching(/^1Roll out the build of 24 Nov/),
      expect.stringMatching(/^2Configure prod\/webshop\/checkout/),
      expect.stringMatching(/^3Send the provenance/),
    ]);
    const [first, , third] = items.map(item => within(item));
    expect(first.getByLabelText('Risk from 27 to 16')).toHaveTextContent(
      '27 → 16',
    );
    expect(first.getByText(/still runs · Small effort$/)).toBeInTheDocument();
    expect(third.getByText(/Coverage \+6\s%/)).toBeInTheDocument();
    expect(third.getByText(/Medium effort/)).toBeInTheDocument();
  });

  it('copies the snippet, by keyboard, and says so', async () => {
    watchClipboard();
    render(failingJudgement);
    const [button, ...others] = screen.getAllByRole('button');
    expect(others).toEqual([]);
    expect(button).toHaveAccessibleName('Copy patch');
    act(() => button.focus());
    await userEvent.keyboard('{Enter}');
    expect(copiedTexts()).toEqual([exampleActions[1].snippet?.code]);
    expect(button).toHaveTextContent('Copied');
  });

  it('promises nothing that is not known', () => {
    render({ ...notJudged, topActions: [action()] });
    expect(screen.getByRole('listitem')).toHaveTextContent(
      /^1Upgrade curl to 7.88.1-10\+deb12u4Small effort$/,
    );
  });

  it.each([
    ['nothing was ever reported', notJudged, 'Never scanned'],
    [
      'some of it is not known',
      { ...warningJudgement, topActions: [] },
      'Partly known',
    ],
    ['all is in order', cleanJudgement, 'Clean'],
  ])('tells apart why there is nothing to do: %s', (_, judgement, word) => {
    render(judgement);
    expect(screen.getByText(word)).toBeInTheDocument();
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
  });
});
