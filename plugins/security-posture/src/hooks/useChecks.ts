import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { securityPostureApiRef } from '../api';
import { useRequest } from './useRequest';

/** All checks as they stand on the component, those that fail first. */
export function useChecks(entityRef: string) {
  const api = useApi(securityPostureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listChecks(entityRef, {}, { signal }),
    [api, entityRef],
  );
  return useRequest(load);
}
