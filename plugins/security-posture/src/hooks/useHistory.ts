import { useApi } from '@backstage/core-plugin-api';
import { DateTime } from 'luxon';
import { useCallback } from 'react';
import { securityPostureApiRef } from '../api';
import { useRequest } from './useRequest';

/** How the component stood on each of the last `days` days, and now. */
export function useHistory(entityRef: string, days: number) {
  const api = useApi(securityPostureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => {
      const from = DateTime.utc().minus({ days }).toFormat('yyyy-MM-dd');
      return api.getHistory(entityRef, { from }, { signal });
    },
    [api, entityRef, days],
  );
  return useRequest(load);
}
