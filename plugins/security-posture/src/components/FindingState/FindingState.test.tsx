import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { findingStates } from 'backstage-plugin-security-posture-common';
import { FindingState } from './FindingState';

describe('FindingState', () => {
  it('names every state but open, and draws a stale one like no other', () => {
    renderInTestApp(
      <>
        {findingStates.map(state => (
          <FindingState key={state} state={state} />
        ))}
      </>,
    );
    expect(screen.queryByText('Open')).not.toBeInTheDocument();
    const looks = ['Fixed', 'Suppressed', 'Stale'].map(word => {
      const pill = screen.getByText(word);
      const { borderStyle, color } = getComputedStyle(pill);
      return { borderStyle, color, icon: pill.querySelector('svg') !== null };
    });
    expect(looks.map(({ icon }) => icon)).toEqual([false, false, true]);
    expect(looks.map(({ borderStyle }) => borderStyle)).toEqual([
      'solid',
      'solid',
      'dashed',
    ]);
    expect(new Set(looks.map(({ color }) => color)).size).toBe(3);
  });
});
