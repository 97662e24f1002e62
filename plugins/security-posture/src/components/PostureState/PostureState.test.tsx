import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { PostureState } from './PostureState';
import { appearance, type PostureStateKind } from './appearance';

const kinds = Object.keys(appearance) as PostureStateKind[];

describe('PostureState', () => {
  it('gives every state an icon of its own', () => {
    const icons = Object.values(appearance).map(({ Icon }) => Icon);
    expect(new Set(icons).size).toBe(kinds.length);
  });

  it('gives every state a word and a title of its own', () => {
    renderInTestApp(
      <>
        {kinds.map(kind => (
          <PostureState key={kind} variant="label" kind={kind} />
        ))}
        {kinds.map(kind => (
          <PostureState key={kind} kind={kind} />
        ))}
      </>,
    );
    const titles = screen.getAllByRole('heading').map(h => h.textContent);
    expect(new Set(titles).size).toBe(kinds.length - 1);
    for (const word of ['Never scanned', 'Stale', 'Clean', 'No access']) {
      expect(screen.getAllByText(word).length).toBeGreaterThan(0);
    }
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The security posture could not be loaded',
    );
    expect(
      screen.getByLabelText('Loading the security posture'),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('stands in one line where a part of something would be', () => {
    renderInTestApp(
      <>
        <PostureState variant="line" kind="error" text="Gone." detail="Why." />
        <PostureState variant="line" kind="forbidden" text="Not for you." />
        <PostureState variant="line" kind="loading" shape="lines" />
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Could not loadGone.Why.',
    );
    expect(screen.getByText('No access').parentElement).toHaveTextContent(
      'Not for you.',
    );
    expect(
      screen.getByLabelText('Loading the security posture'),
    ).toHaveAttribute('aria-busy', 'true');
  });
});
