import { useRouteRef } from '@backstage/core-plugin-api';
import { entityContentRouteRef } from '../routes';

/** Where the Security tab of this entity is, or undefined in an app that has the card without the tab. */
export function useTabPath(): string | undefined {
  try {
    return useRouteRef(entityContentRouteRef)();
  } catch {
    return undefined;
  }
}
