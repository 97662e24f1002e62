import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { webAddress } from './webAddress';

export interface WebLinkProps {
  to?: string;
  children: ReactNode;
}

/** A link if `to` may be followed, else its text alone. */
export function WebLink({ to, children }: WebLinkProps) {
  const address = webAddress(to);
  if (!address) return <>{children}</>;
  return <Link to={address}>{children}</Link>;
}
