import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { securityPostureApiRef } from '../api';
import { useRequest } from './useRequest';

export function usePosture(entityRef: string) {
  const api = useApi(securityPostureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getPosture(entityRef, { signal }),
    [api, entityRef],
  );
  return useRequest(load);
}
