import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { securityPostureApiRef } from '../api';
import { useRequest } from './useRequest';

/** An exception: why, who asked for it, who approved it, until when. */
export function useException(id: string) {
  const api = useApi(securityPostureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getException(id, { signal }),
    [api, id],
  );
  return useRequest(load);
}
