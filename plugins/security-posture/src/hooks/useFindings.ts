import { useApi } from '@backstage/core-plugin-api';
import type {
  FindingsQuery,
  QueryInput,
} from 'backstage-plugin-security-posture-common';
import { useCallback } from 'react';
import { securityPostureApiRef } from '../api';
import { useRequest } from './useRequest';

/** `query` must be the same object for as long as it says the same. */
export function useFindings(
  entityRef: string,
  query: QueryInput<FindingsQuery>,
) {
  const api = useApi(securityPostureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listFindings(entityRef, query, { signal }),
    [api, entityRef, query],
  );
  return useRequest(load);
}
