import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  copiedTexts,
  refuseClipboard,
  watchClipboard,
} from '../../../dev/testing/clipboard';
import { CopyButton } from './CopyButton';

const lines = 'securityContext:\n  privileged: false';
const render = () =>
  renderInTestApp(<CopyButton text={lines} label="Copy patch" />);

describe('CopyButton', () => {
  it('copies each line as it is, says so, and can do it again', async () => {
    watchClipboard();
    render();
    const button = screen.getByRole('button', { name: 'Copy patch' });
    await userEvent.click(button);
    expect(copiedTexts()).toEqual([lines]);
    expect(button).toHaveAccessibleName('Copied');
    await waitFor(() => expect(button).toHaveAccessibleName('Copy patch'));
    await userEvent.click(button);
    expect(copiedTexts()).toEqual([lines, lines]);
  });

  it('does not say that it copied where the browser refuses, but offers the text', async () => {
    const offered = refuseClipboard();
    render();
    await userEvent.click(screen.getByRole('button', { name: 'Copy patch' }));
    expect(offered).toHaveBeenCalledWith(expect.any(String), lines);
    expect(screen.getByRole('button')).toHaveAccessibleName('Copy patch');
  });
});
