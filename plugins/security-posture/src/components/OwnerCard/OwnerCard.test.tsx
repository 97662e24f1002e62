import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import type { Owner } from 'backstage-plugin-security-posture-common';
import { teamPayments } from '../../../dev/data/posture';
import { OwnerCard } from './OwnerCard';

const render = (owner: Owner) =>
  renderInTestApp(<OwnerCard owner={owner} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

const linkOf = (text: string) =>
  screen.getByText(text).closest('a')?.getAttribute('href');

describe('OwnerCard', () => {
  it('links the owner, its team and the ways to reach it', () => {
    render(teamPayments);
    expect(linkOf('Team Payments')).toBe(
      '/catalog/default/group/team-payments',
    );
    expect(linkOf('Commerce')).toBe('/catalog/default/group/commerce');
    expect(linkOf('payments@acme.example')).toBe(
      'mailto:payments@acme.example',
    );
    expect(linkOf('#team-payments')).toBe('https://chat.acme.example/payments');
    expect(linkOf('Payments rota')).toBe('https://oncall.acme.example/pay');
    expect(screen.getByTitle('On call')).toBeInTheDocument();
  });

  it('says when the catalog gives no way to reach it, and follows no script', () => {
    const { state, entityRef, name } = teamPayments;
    const { unmount } = render({ state, entityRef, name });
    expect(screen.getByText(/gives no e-mail/)).toBeInTheDocument();
    unmount();

    // eslint-disable-next-line no-script-url
    const chat = { title: '#team', url: 'javascript:alert(1)' };
    render({ state, entityRef, name, chat });
    expect(screen.getByText('#team').closest('a')).toBeNull();
  });

  it('shows an owner that the catalog does not know', () => {
    render({ state: 'unresolvable', entityRef: 'group:default/gone' });
    expect(screen.getByText('Owner not found')).toBeInTheDocument();
    expect(screen.getByText(/names group:default\/gone/)).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('shows that nobody is named', () => {
    render({ state: 'missing' });
    expect(screen.getByText('No owner')).toBeInTheDocument();
    expect(screen.getByText(/spec.owner/)).toBeInTheDocument();
  });
});
