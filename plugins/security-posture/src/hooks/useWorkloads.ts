import { useApi } from '@backstage/core-plugin-api';
import type {
  QueryInput,
  WorkloadsQuery,
} from 'backstage-plugin-security-posture-common';
import { useCallback } from 'react';
import { securityPostureApiRef } from '../api';
import { useRequest } from './useRequest';

/** `query` must be the same object for as long as it says the same. */
export function useWorkloads(
  entityRef: string,
  query: QueryInput<WorkloadsQuery>,
) {
  const api = useApi(securityPostureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listWorkloads(entityRef, query, { signal }),
    [api, entityRef, query],
  );
  return useRequest(load);
}
