import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { securityPostureApiRef } from '../api';
import { useRequest } from './useRequest';

/** One finding with what each source says of it. */
export function useFinding(id: string) {
  const api = useApi(securityPostureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getFinding(id, { signal }),
    [api, id],
  );
  return useRequest(load);
}
