import { useApi } from '@backstage/core-plugin-api';
import type {
  DecisionsQuery,
  QueryInput,
} from 'backstage-plugin-security-posture-common';
import { useCallback } from 'react';
import { securityPostureApiRef } from '../api';
import { useRequest } from './useRequest';

/** `query` must be the same object for as long as it says the same. */
export function useDecisions(
  entityRef: string,
  query: QueryInput<DecisionsQuery>,
) {
  const api = useApi(securityPostureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listDecisions(entityRef, query, { signal }),
    [api, entityRef, query],
  );
  return useRequest(load);
}
